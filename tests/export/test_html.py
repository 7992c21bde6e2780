"""Pages as text: what is escaped, linked and promised. How they look is the browser's test."""

from __future__ import annotations

import base64
import hashlib
import html.parser
import re
from collections.abc import Callable

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from mawqif.export.html import page, reading_html
from mawqif.model import Reading, Span, Speaker, Statement


class Page(html.parser.HTMLParser):
    """What a browser would take from a page: its tags with their attributes, and its words."""

    def __init__(self, written: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(written)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data

    def all(self, name: str) -> list[str]:
        return [value for _, attrs in self.tags if (value := attrs.get(name))]


def article_words(written: str) -> str:
    body = written[written.index('<div class="text">') : written.index("</div>", written.index('<div class="text">'))]
    return Page(body).words


def test_statements_and_words_link_both_ways(sample: Reading) -> None:
    found = Page(page([sample]))
    ids = found.all("id")
    assert len(ids) == len(set(ids))
    assert {"a1-s1", "a1-w1", "a1-s2", "a1-w2", "a1-s3", "a1-w3"} <= set(ids)
    assert {link[1:] for link in found.all("href")} <= set(ids)


def test_the_text_of_the_article_stands_unchanged(sample: Reading) -> None:
    lines = [line for line in (sample.text or "").split("\n") if line]
    assert article_words(page([sample])).split("\n") == lines


def test_two_statements_that_begin_in_one_word_have_an_anchor_each(
    make: Callable[..., Reading], said: Callable[..., Statement]
) -> None:
    written = page([make("فقوله", said(cue=Span(1, 5, "قوله")), said(cue=Span(0, 4, "فقول")))])
    assert {"a1-w1", "a1-w2"} <= set(Page(written).all("id"))
    assert written.count("فقوله") == 1


def test_nothing_is_fetched_and_no_script_runs(sample: Reading) -> None:
    written = page([sample])
    found = Page(written)
    assert not {"script", "link", "img", "iframe", "object", "base"} & {tag for tag, _ in found.tags}
    assert not re.search(r"url\(|@import|https?://|javascript:", written)
    assert not found.all("style")


def test_the_policy_allows_this_style_sheet_and_nothing_else(sample: Reading) -> None:
    written = page([sample])
    (style,) = re.findall("<style>(.*?)</style>", written, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = (a["content"] for _, a in Page(written).tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'")


HOSTILE = (
    "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> &amp; </style></div>$policy ${x} \x00\x1b[31m\ud800"
)


def hostile(text: str) -> Reading:
    span = Span(0, len(text), text)
    speaker = Speaker(name=text, kind="person", role=text, speaks_for=text)
    said = Statement(
        mode="direct", act="say", nested=False, cue=span, source=span, content=(span,), speaker=speaker, when=span,
        said_on=text, channel=span, audience=span, via=span, conditions=(span,), rule=text,
    )  # fmt: skip
    return Reading(id=text, title=text, outlet=text, published=text, sentences=(), statements=(said,), text=text)


@given(st.one_of(st.just(HOSTILE), st.text(min_size=1), st.text("<>&\"'/!-=sc$\n", min_size=1)))
def test_hostile_text_adds_no_tag_and_no_attribute(text: str) -> None:
    calm, found = Page(page([hostile("a")])), Page(page([hostile(text)]))
    shapes = {(tag, *sorted(attrs)) for tag, attrs in found.tags}
    assert shapes <= {(tag, *sorted(attrs)) for tag, attrs in calm.tags}
    page([hostile(text)]).encode()


def test_a_fragment_brings_its_style_and_shares_a_page_with_others(sample: Reading) -> None:
    other = msgspec.structs.replace(sample, id="a2")
    together = Page(reading_html(sample) + reading_html(other))
    ids = together.all("id")
    assert len(ids) == len(set(ids))
    assert [tag for tag, _ in together.tags].count("style") == 2
    assert sample._repr_html_() == reading_html(sample, sample.text)


def test_a_fragment_without_text_lists_the_statements(sample: Reading) -> None:
    found = Page(reading_html(msgspec.structs.replace(sample, text=None)))
    assert "إلهام علييف" in found.words
    assert found.all("href") == []


def test_no_statements_is_said(make: Callable[..., Reading]) -> None:
    assert "no statements" in page([make("نص")])


def test_several_articles_have_a_list_of_contents(sample: Reading) -> None:
    written = page([sample, sample])
    assert {"a1", "a2"} <= set(Page(written).all("id"))
    assert "<title>Mawqif: 2 articles</title>" in written
    assert 'class="contents"' not in page([sample])


def test_everything_known_of_a_statement_is_on_its_card(sample: Reading) -> None:
    card = re.search(r'<li id="a1-s1".*?</li>', page([sample]))
    assert card
    for words in (
        "إلهام علييف",
        "رئيس أذربيجان",
        "AZ",
        "refuse",
        "رفض",
        "2026-01-05",
        "رويترز",
        "إلا بعد وقف إطلاق النار",
    ):
        assert words in card.group()
