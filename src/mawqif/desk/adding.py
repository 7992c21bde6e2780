"""Articles into the ledger: each read with what is known by then, each in a transaction of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime

import msgspec

from mawqif.desk.learn import facts_of, knowing
from mawqif.desk.recipe import recipe
from mawqif.ledger import Added, Fact, Ledger
from mawqif.ledger.keys import fact_key, version_key
from mawqif.model import Article, Reading
from mawqif.model.errors import InputError, MawqifError
from mawqif.reading.catalogue import published_day
from mawqif.reading.read import read_article
from mawqif.world import World, default_world

Progress = Callable[[Added | MawqifError], object]
"""Called after each article with what became of it."""


_ASKED_EVERY = 20
"""Articles between two questions to the ledger: what another program learns is known soon, and asking costs little."""


class AddReport(msgspec.Struct, frozen=True, kw_only=True):
    """How many articles were new, new versions, read anew by another recipe, there already, and not to be read.

    `statements` are those of the readings that were stored.
    """

    new: int
    versions: int
    readings: int
    same: int
    failed: int
    statements: int


class Reader:
    """Reads articles in a world that knows what the ledger has learnt, this program's part and that of others.

    `known_at` is when the ledger was last asked; what it learnt by then is known.
    """

    def __init__(self, ledger: Ledger, world: World | None = None) -> None:
        self._ledger, self._base = ledger, world or default_world()
        self.world, self.known_at, self._since = self._base, "", 0
        self._days: dict[str, str] = {}
        self._revoked: set[str] = set()
        self._ask()

    def read(self, article: Article) -> Reading | MawqifError:
        """The reading, or what went wrong as an error that names the article."""
        self._since += 1
        if self._since >= _ASKED_EVERY:
            self._ask()
        try:
            return read_article(article, self.world)
        except MawqifError as error:
            return error
        except Exception as error:  # noqa: BLE001 - a fault of ours in one article must not lose the others
            what = f"could not be read: internal error: {type(error).__name__}: {error}"
            return MawqifError(what, where=article.id or "article", next="please report it with this article")

    def _ask(self) -> None:
        """Take over what the ledger learnt since the last time; where something known was revoked, begin anew."""
        moment = self._ledger.moment()
        changed = self._ledger.learnt(revoked=True, changed_from=self.known_at)
        self._revoked -= {each.key for each in changed}
        self._revoked |= {each.key for each in changed if each.revoked}
        if self._revoked & self._days.keys():
            self.world, self._days, changed = self._base, {}, self._ledger.learnt()
        self.learn(each.fact for each in changed)
        self.known_at, self._since = moment, 0

    def news(self, facts: Iterable[Fact]) -> list[Fact]:
        """Those of the facts that the ledger may not have: what it knows from an earlier day tells it nothing."""
        return [fact for fact in facts if (fact.since or "") <= self._days.get(fact_key(fact), fact.since or "")]

    def learn(self, facts: Iterable[Fact]) -> None:
        """Know these facts from the next article on: those that are new or reach further back, and are not revoked."""
        new = {}
        for fact in sorted(facts, key=lambda fact: fact.since or "", reverse=True):
            key, since = fact_key(fact), fact.since or ""
            if key not in self._revoked and (key not in self._days or since < self._days[key]):
                self._days[key], new[key] = since, fact
        if new:
            self.world = knowing(self.world, new.values())


def add(
    ledger: Ledger,
    found: Iterable[Article | InputError],
    *,
    world: World | None = None,
    progress: Progress | None = None,
) -> AddReport:
    """Read articles and store them, one after the other; what is there already is not read again.

    An article that cannot be read is handed to `progress` as its error and counted, and the rest goes on. An error of the
    ledger itself ends everything; what was added stays.
    """
    reader, outcomes, statements = Reader(ledger, world), Counter[str](), 0
    for item in found:
        result = item if isinstance(item, InputError) else add_one(ledger, reader, item)
        if isinstance(result, Added):
            outcomes[result.outcome] += 1
            statements += result.statements if result.outcome != "same" else 0
        else:
            outcomes["failed"] += 1
        if progress is not None:
            progress(result)
    return AddReport(
        new=outcomes["new"], versions=outcomes["version"], readings=outcomes["reading"], same=outcomes["same"],
        failed=outcomes["failed"], statements=statements,
    )  # fmt: skip


def add_one(ledger: Ledger, reader: Reader, article: Article) -> Added | MawqifError:
    """Read and store one article, and learn from it."""
    known = ledger.held(article, recipe())
    if known is not None:
        return known
    reading = reader.read(article)
    if isinstance(reading, MawqifError):
        return reading
    day = published_day(article)
    facts = reader.news(facts_of(reading, version_key(article), day))
    added = ledger.add(
        article, reading, recipe(), published_on=day, fetched=_fetched(article), known_at=reader.known_at, learnt=facts
    )
    reader.learn(facts)
    return added


def _fetched(article: Article) -> datetime | None:
    """When the article was taken, where its record tells (`"fetched"`, ISO 8601 with a zone)."""
    try:
        moment = datetime.fromisoformat(article.meta["fetched"])
    except (KeyError, TypeError, ValueError):
        return None
    return moment if moment.tzinfo is not None else None
