"""An item laid out for reading: lines of a width, in which the words found can be walked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rich.console import Console
from rich.style import Style
from rich.text import Text

from index.model.dates import in_words, span_in_words

if TYPE_CHECKING:
    from index.model.documents import Link
    from index.model.items import Item
    from index.model.meetings import Citation
    from index.model.results import Copy, Slice

_BULLET = re.compile(r"^(\s*(?:[·•‣▪◦*o–-]|\d{1,3}[.)]|\(?[a-z][.)])\s+)")
_HIT = "hit"
_DATE_WORDS = {"event": "takes place", "deadline": "closes"}


@dataclass(frozen=True, slots=True)
class Page:
    """All that the reading view shows of an item.

    `topics` are names. `meetings` are those whose agenda has the item, `also_in` the other items
    that tell its story. `title_hits` and `text_hits` say where the words of the query stand in the
    item's title and text.
    """

    item: Item
    citation: Citation
    topics: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    note: str = ""
    title_hits: tuple[Slice, ...] = ()
    text_hits: tuple[Slice, ...] = ()
    also_in: tuple[Copy, ...] = ()


@dataclass(frozen=True, slots=True)
class Styles:
    """How the parts of a page look."""

    title: Style
    detail: Style
    topic: Style
    text: Style
    link: Style
    hit: Style
    note: Style
    gap: Style


@dataclass(frozen=True, slots=True)
class Layout:
    """A page as lines. `hits` gives the number of the line that holds each word found, in order."""

    lines: tuple[Text, ...]
    hits: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph before it is wrapped. From the second line on it is indented by `hanging` cells.

    One that `folds` is cut where the line ends: an address has no spaces to break at.
    """

    text: Text = field(default_factory=Text)
    hanging: int = 0
    folds: bool = False


def lay_out(page: Page, width: int, styles: Styles, console: Console) -> Layout:
    """Lay the page out in lines of at most `width` cells; `console` only tells how wide text is."""
    lines: list[Text] = []
    for paragraph in _paragraphs(page, styles):
        lines.extend(_wrapped(paragraph, max(width, 10), console))
    hits: dict[int, int] = {}
    for number, line in enumerate(lines):
        for span in line.spans:
            if isinstance(span.style, Style) and _HIT in span.style.meta:
                hits.setdefault(span.style.meta[_HIT], number)
    return Layout(tuple(lines), tuple(hits[key] for key in sorted(hits)))


def emphasised(line: Text, hit: int, style: Style) -> Text:
    """The line with the word found that has the number `hit` in another style."""
    copy = line.copy()
    for span in line.spans:
        if isinstance(span.style, Style) and span.style.meta.get(_HIT) == hit:
            copy.stylize(style, span.start, span.end)
    return copy


def numbered_links(links: Iterable[Link]) -> tuple[Link, ...]:
    """The links of an item as its page numbers them: each address once, in order."""
    seen: dict[str, Link] = {}
    for link in links:
        seen.setdefault(link.address or f"lost:{link.text}", link)
    return tuple(seen.values())


def _paragraphs(page: Page, styles: Styles) -> Iterator[_Paragraph]:
    item, citation = page.item, page.citation
    title = Text(item.title, styles.title)
    _mark(title, page.title_hits, 0, styles)
    yield _Paragraph(title)
    where = (citation.source, in_words(citation.issued), item.section, str(item.kind))
    yield _Paragraph(Text(" · ".join(part for part in where if part), styles.detail))
    if page.topics:
        yield _Paragraph(Text(" · ".join(page.topics), styles.topic))
    if page.also_in:
        copies = "; ".join(
            f"{copy.source or copy.document}, {in_words(copy.issued)}" for copy in page.also_in
        )
        yield _Paragraph(Text(f"Also in {copies}", styles.detail), hanging=2)
    for meeting in page.meetings:
        yield _Paragraph(Text(f"★ {meeting}", styles.note), hanging=2)
    for number, line in enumerate(page.note.splitlines()):
        yield _Paragraph(Text(f"{' ' if number else '✎'} {line}", styles.note), hanging=2)
    yield _Paragraph()
    yield from _body(page, styles)
    for gap in item.gaps:
        yield _Paragraph(Text(f"[{gap}]", styles.gap))
    if item.gaps:
        yield _Paragraph()
    yield from _links(item, styles)
    yield from _dates(item, styles)
    yield _Paragraph(Text(citation.in_words(), styles.detail))


def _body(page: Page, styles: Styles) -> Iterator[_Paragraph]:
    numbers = {
        link.address or link.text: n for n, link in enumerate(numbered_links(page.item.links), 1)
    }
    hits = list(enumerate(page.text_hits, len(page.title_hits)))
    offset = 0
    was_bullet = False
    for line in page.item.text.split("\n"):
        end = offset + len(line)
        bullet = _BULLET.match(line)
        if offset and not (bullet and was_bullet):
            yield _Paragraph()
        text = Text(line, styles.text)
        for number, (start, stop) in hits:
            if offset <= start < end:
                _mark(text, ((start - offset, stop - offset),), number, styles)
        inside = [link for link in page.item.links if offset <= link.start < end]
        # from the last to the first, so that a number put in moves none still to come
        for link in sorted(inside, key=lambda link: -link.start):
            stop = min(link.end - offset, len(line))
            text.stylize(styles.link, link.start - offset, stop)
            before, after = text.divide([stop])
            marker = f" [{numbers[link.address or link.text]}]"
            text = Text().append_text(before).append(marker, styles.link).append_text(after)
        yield _Paragraph(text, hanging=len(bullet.group(1)) if bullet else 0)
        was_bullet = bullet is not None
        offset = end + 1
    yield _Paragraph()


def _links(item: Item, styles: Styles) -> Iterator[_Paragraph]:
    links = numbered_links(item.links)
    if not links:
        return
    yield _Paragraph(Text("Links", styles.detail))
    for number, link in enumerate(links, 1):
        entry = Text().append(f"[{number}] ", styles.link)
        entry.append(link.address or f"{link.text} (address lost in source)", styles.text)
        yield _Paragraph(entry, hanging=len(str(number)) + 3, folds=link.address is not None)
    yield _Paragraph()


def _dates(item: Item, styles: Styles) -> Iterator[_Paragraph]:
    dates = [found for found in item.dates if found.what in _DATE_WORDS]
    if not dates:
        return
    yield _Paragraph(Text("Dates", styles.detail))
    for found in dates:
        words = f"{_DATE_WORDS[found.what]} {span_in_words(found.start, found.end)}"
        yield _Paragraph(Text(words, styles.text), hanging=2)
    yield _Paragraph()


def _mark(text: Text, places: Sequence[Slice], first: int, styles: Styles) -> None:
    for number, (start, end) in enumerate(places, first):
        text.stylize(styles.hit + Style(meta={_HIT: number}), start, end)


def _wrapped(paragraph: _Paragraph, width: int, console: Console) -> list[Text]:
    text = paragraph.text
    if not text.plain:
        return [Text()]
    hanging = paragraph.hanging if paragraph.hanging <= width // 2 else 0
    indent = Text(" " * hanging)
    if paragraph.folds:
        cuts = range(width, len(text), width - hanging)
        first, *rest = text.divide(cuts)
    else:
        first, *rest = text.wrap(console, width, tab_size=4)
        if rest and hanging:
            left = text[len(first.plain) :]
            spaces = len(left.plain) - len(left.plain.lstrip())
            rest = list(left[spaces:].wrap(console, width - hanging, tab_size=4))
    return [first, *(indent.copy().append_text(line) for line in rest)]
