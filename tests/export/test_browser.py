"""How a page behaves in a real browser: letters joined, nothing fetched, nothing run, nothing too wide."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from mawqif.export.html import page, reading_html
from mawqif.model import Reading, Span, Speaker, Statement

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install playwright")

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
]  # fmt: skip
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1360, "height": 900}

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")

Show = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Show:
    """`show(html, **options)`: the page opened from a file; `tab.fetched` and `tab.told` list requests and messages."""

    def opened(written: str, **options: object) -> Any:
        (file := tmp_path / "page.html").write_text(written, encoding="utf-8")
        tab = browser.new_page(**{"viewport": DESKTOP, **options})
        tab.fetched, tab.told = [], []
        tab.on("request", lambda request: tab.fetched.append(request.url))
        tab.on("console", lambda message: tab.told.append(message.text))
        tab.on("dialog", lambda dialog: (tab.told.append("dialog"), dialog.dismiss()))
        tab.goto(file.as_uri())
        return tab

    return opened


WIDTHS = """() => [...document.querySelectorAll('.text .p-cue, .text .p-audience')].map(element => {
  const range = document.createRange();
  range.selectNodeContents(element);
  const plain = document.createElement('span'), apart = document.createElement('span');
  plain.textContent = element.textContent;
  apart.textContent = [...element.textContent].join('\\u200c');
  element.closest('p').append(' ', plain, ' ', apart);
  const width = node => node.getBoundingClientRect().width;
  return {words: element.textContent, shown: width(range), plain: width(plain), apart: width(apart)};
})"""

CUTS = """() => [...document.querySelectorAll('.text p')].flatMap(paragraph => {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT), cuts = [];
  for (let before = walker.nextNode(), after; before && (after = walker.nextNode()); before = after)
    if (/[\\p{L}\\p{M}]$/u.test(before.data) && /^[\\p{L}\\p{M}]/u.test(after.data))
      cuts.push(before.data + '|' + after.data);
  return cuts;
})"""


CONTRASTS = """() => {
  const light = colour => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map(v => v / 255)
      .map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const style = place => getComputedStyle(document.querySelector(place));
  const ground = style('.mawqif').backgroundColor;
  const paper = light(ground === 'rgba(0, 0, 0, 0)' ? 'rgb(255, 255, 255)' : ground);
  return ['p', '.v-boilerplate', '.p-source', '.meta', '.cards .act'].map(place => {
    const ink = light(style('.mawqif ' + place).color);
    return (Math.max(ink, paper) + .05) / (Math.min(ink, paper) + .05);
  });
}"""


def test_marked_words_keep_their_joining(show: Show, sample: Reading) -> None:
    measured = show(page([sample])).evaluate(WIDTHS)
    assert {"وقال", "أكد", "لرويترز"} == {each["words"] for each in measured}
    for each in measured:
        assert each["shown"] == pytest.approx(each["plain"], abs=0.6), each
        assert abs(each["apart"] - each["plain"]) > 1, "the measure would not see letters that stand apart"


def test_no_element_begins_inside_a_word(show: Show, sample: Reading) -> None:
    assert show(page([sample])).evaluate(CUTS) == []


def test_nothing_is_fetched_and_nothing_complained_of(show: Show, sample: Reading) -> None:
    tab = show(page([sample]))
    assert tab.fetched == [tab.url]
    assert tab.told == []


def test_the_style_applies_under_the_policy(show: Show, sample: Reading) -> None:
    tab = show(page([sample]))
    assert (
        tab.evaluate("getComputedStyle(document.querySelector('.v-inference')).backgroundColor") != "rgba(0, 0, 0, 0)"
    )


@pytest.mark.parametrize("viewport", [PHONE, {"width": 320, "height": 600}, DESKTOP])
def test_nothing_is_wider_than_the_screen(
    show: Show, sample: Reading, make: Callable[..., Reading], said: Callable[..., Statement], viewport: dict[str, int]
) -> None:
    endless = "x" * 3000
    hard = make(f"قال {endless}", said(cue=Span(0, 3, "قال"), content=(Span(4, 3004, endless),)), title=endless)
    tab = show(page([sample, hard]), viewport=viewport)
    assert tab.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


def test_words_light_up_with_their_statement(show: Show, sample: Reading) -> None:
    tab = show(page([sample]))
    background = "getComputedStyle(document.getElementById('a1-w3')).backgroundColor"
    before = tab.evaluate(background)
    tab.click("#a1-s3 .n a")
    assert tab.evaluate(background) != before
    tab.click("#a1-w1")
    assert tab.url.endswith("#a1-s1")
    tab.mouse.move(0, 0)
    assert tab.evaluate(background) == before


def test_the_page_reads_from_the_right_and_each_card_names_its_speaker(show: Show, sample: Reading) -> None:
    tab = show(page([sample]))
    assert tab.evaluate("getComputedStyle(document.querySelector('.text p')).direction") == "rtl"
    text, cards = (tab.locator(place).bounding_box() for place in (".text", ".cards"))
    assert text["x"] > cards["x"] + cards["width"]


def test_hostile_text_is_inert(show: Show) -> None:
    attack = "\"'><script>console.log('run')</script><img src='https://x.invalid/a' onerror=alert(1)></style>\u202eقال"
    span = Span(0, len(attack), attack)
    speaker = Speaker(name=attack, kind="person", role=attack, speaks_for=attack)
    said = Statement(
        mode="direct", act="say", nested=False, cue=span, source=span, content=(span,), speaker=speaker, when=span,
        said_on=attack, channel=span, audience=span, via=span, conditions=(span,), rule="test",
    )  # fmt: skip
    reading = Reading(
        id=attack, title=attack, outlet=attack, published=attack, sentences=(), statements=(said,), text=attack
    )
    for written in (page([reading, reading]), f"<!doctype html><meta charset=utf-8>{reading_html(reading)}"):
        tab = show(written)
        assert tab.told == []
        assert tab.fetched == [tab.url]
        assert tab.evaluate("document.querySelectorAll('script, img').length") == 0


def test_dark_and_printed_pages_can_be_read(show: Show, sample: Reading) -> None:
    for options in ({"color_scheme": "light"}, {"color_scheme": "dark"}):
        assert min(show(page([sample]), **options).evaluate(CONTRASTS)) >= 4.5
    tab = show(page([sample]))
    tab.emulate_media(media="print")
    assert min(tab.evaluate(CONTRASTS)) >= 4.5
    assert tab.evaluate("getComputedStyle(document.querySelector('.cards')).position") == "static"
