"""One ledger and what can be done with it: what `mawqif.open` gives, and what every command goes through."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import TracebackType
from typing import Self

from mawqif.desk import follow
from mawqif.desk.adding import AddReport, Progress, add
from mawqif.desk.judge import judge
from mawqif.desk.learn import learnt_of, revoke
from mawqif.desk.recipe import recipe
from mawqif.desk.rereading import RereadReport, reread
from mawqif.desk.show import View, show
from mawqif.ledger import ActorRow, Counts, LearntFact, Ledger, Page, Problem, Search, SpeakerRow
from mawqif.model import Article, Question, Reading
from mawqif.model.errors import InputError, MawqifError
from mawqif.model.event import BoardRow, Change, Difference, Event, Verdict
from mawqif.reading.catalogue import search_form


class Desk:
    """An open ledger. Use it in a `with` block, or close it; every method raises `MawqifError` where it cannot do its work."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    @classmethod
    def open(cls, where: str | os.PathLike[str], *, create: bool = True, write: bool = True) -> Self:
        """Open the ledger in a file or at `postgresql://…`; `create` makes a missing file, `write=False` is enough to look.

        Raises `CallError` where no ledger can be opened there.
        """
        return cls(Ledger.open(where, create=create, write=write, stem=search_form))

    def close(self) -> None:
        """Give back the connections."""
        self.ledger.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(self, articles: Article | Iterable[Article | InputError], progress: Progress | None = None) -> AddReport:
        """Read and store articles; the same twice changes nothing. `progress` hears of each, errors included."""
        return add(self.ledger, [articles] if isinstance(articles, Article) else articles, progress=progress)

    def statements(  # noqa: PLR0913 - one keyword for each thing that can be asked for
        self,
        words: str = "",
        *,
        speaker: str | None = None,
        actor: str | None = None,
        since: date | None = None,
        until: date | None = None,
        act: str | None = None,
        kind: str | None = None,
        outlet: str | None = None,
        limit: int = 20,
        offset: int = 0,
    ) -> Page:
        """The statements that meet everything given, the newest first; words in `"…"` as a phrase, `كلم*` as a beginning."""
        asked = Search(
            words=words, speaker=speaker, actor=actor, since=since, until=until, act=act, kind=kind, outlet=outlet
        )
        return self.ledger.search(asked, limit=limit, offset=offset)

    def show(self, named: str) -> View:
        """A statement (by key, or `ARTICLE#NUMBER`), an article (by name, address or key) or an event (by key) with all it rests
        on.
        """
        return show(self.ledger, named)

    def actors(self) -> list[ActorRow]:
        """Every actor somebody speaks for, those with most statements first."""
        return self.ledger.actors()

    def speakers(
        self, named: str = "", *, actor: str | None = None, limit: int = 50, offset: int = 0
    ) -> tuple[list[SpeakerRow], bool]:
        """Speakers with their offices and when they were seen in them, and whether others follow."""
        return self.ledger.speakers(named, actor=actor, limit=limit, offset=offset)

    def learnt(self, named: str = "", *, actor: str | None = None, revoked: bool = False) -> list[LearntFact]:
        """What articles taught of people: who speaks for whom, from when to when, each with its key and evidence.

        All words of `named` are in the name; `revoked` brings what was withdrawn too.
        """
        return learnt_of(self.ledger, named, actor, revoked=revoked)

    def revoke(self, key: str, *, who: str, undo: bool = False) -> LearntFact:
        """Withdraw what was learnt of somebody (its key, or the start of it), or with `undo` let it hold again; on record.

        `reread` reads the articles concerned anew. Raises `CallError` where nothing, or more than one thing, is meant.
        """
        return revoke(self.ledger, key, who=who, undo=undo)

    def ask(self, question: Question, progress: follow.Progress | None = None) -> bool:
        """Follow a question and find what the articles say of it; `False` where its wording was known.

        `progress` is called after each article that was looked at.
        """
        return follow.ask(self.ledger, question, progress)

    def questions(self) -> list[Question]:
        """The questions that are followed, by id."""
        return [follow.question_of(each) for each in self.ledger.questions()]

    def question(self, id: str) -> Question:
        """A question in the wording that holds. Raises `CallError` where it is not followed."""
        return follow.question_of(follow.held(self.ledger, id))

    def board(self, question: str, as_of: date | None = None) -> list[BoardRow]:
        """The latest position of every actor on a question, by actor; as it stood at the end of a day."""
        return follow.results(self.ledger, question, whole=False).board(as_of)

    def timeline(self, question: str, actor: str | None = None) -> list[Event]:
        """Every event of a question (of one actor), oldest first."""
        events = follow.results(self.ledger, question, whole=False).events
        return [each for each in events if actor in (None, each.actor)]

    def changes(self, question: str) -> list[Change]:
        """Every step of an actor on a question, oldest first."""
        return follow.results(self.ledger, question, whole=False).changes()

    def differences(self, question: str) -> list[Difference]:
        """Where an article tells an event otherwise than the others."""
        return list(follow.results(self.ledger, question).differences)

    def judge(
        self,
        event: str,
        verdict: Verdict,
        changes: Mapping[str, str] | None = None,
        *,
        who: str,
        note: str | None = None,
        question: str | None = None,
    ) -> Event | None:
        """A person's verdict on the event whose key begins so; the event as it stands then, `None` where it is rejected."""
        return judge(self.ledger, event, verdict, changes or {}, who=who, note=note, question=question)

    def reread(self, progress: Callable[[Reading | MawqifError], object] | None = None) -> RereadReport:
        """Read anew what another version of Mawqif read, or knew less of; tells what changed. Old readings are kept."""
        return reread(self.ledger, progress)

    def counts(self) -> Counts:
        """How much the ledger holds, and how many articles wait for `reread`."""
        return self.ledger.counts(recipe())

    def check(self) -> Iterator[Problem]:
        """Verify every hash, span and reference; what is wrong, one by one."""
        return self.ledger.check()

    def backup(self, file: str | os.PathLike[str]) -> None:
        """Copy the ledger as it is now into a new SQLite file, while others go on reading and writing."""
        self.ledger.backup(file)
