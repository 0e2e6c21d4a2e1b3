"""What the rules got wrong, mended by hand: where items begin, what is furniture, what an item is.

A person says it of lines, which never change; the document is then taken apart anew with it. So it
holds after every rereading, and what a person did otherwise (bookmarks, notes, read marks) follows
the text as it always does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from index.errors import InvalidInputError
from index.model.documents import Span
from index.model.items import Item, Newsletter
from index.model.mends import NO_DATE, Change, Former, Mends
from index.model.pages import LineRole, PageLine, WholePage
from index.record.names import named
from index.record.record import Record
from index.rereading import Rereading


class Mending:
    """Mends the documents of one library. Lines are numbered from 1 throughout."""

    def __init__(self, record: Record, rereading: Rereading) -> None:
        self._record = record
        self._rereading = rereading

    def page(self, document: str) -> WholePage:
        """The whole document, line by line."""
        newsletter = self._record.documents.newsletter(document)
        mends = self._record.documents.mends(document)
        texts, paragraphs = self._rereading.lines(document, mends)
        return WholePage(
            document=document,
            title=newsletter.title,
            issued=newsletter.issued,
            lines=_lines(newsletter, texts, paragraphs),
            items=newsletter.items,
            mends=mends,
        )

    def join_with_next(self, item: Item) -> Former:
        """Make one item of the item and the one below it."""

        def joined(page: WholePage) -> Mends:
            end = _place(item).last
            below = [each.lines.first for each in page.items if each.lines]
            line = min((first for first in below if first > end), default=None)
            if line is None:
                raise InvalidInputError("this is the last item; there is none below to join")
            return replace(
                page.mends,
                joins=page.mends.joins | {line},
                breaks=page.mends.breaks - {line},
                changes=_without(page.mends.changes, {line}),
            )

        return self._mend(item.document, joined)

    def split_at(self, document: str, line: int) -> Former:
        """Let an item begin at the line."""

        def split(page: WholePage) -> Mends:
            role = page.lines[line - 1].role if 1 <= line <= len(page.lines) else LineRole.BLANK
            if role is LineRole.BLANK:
                raise InvalidInputError("an empty line; choose the line that an item begins with")
            item = page.item_at(line)
            if item is not None and item.lines is not None and item.lines.first == line:
                raise InvalidInputError("an item begins at this line already")
            mends = page.mends
            if role is LineRole.FURNITURE:
                mends = _as_content(page, {line})
            return replace(mends, breaks=mends.breaks | {line}, joins=mends.joins - {line})

        return self._mend(document, split)

    def set_furniture(self, document: str, lines: Span, *, furniture: bool) -> Former:
        """Take the lines out of all items, as furniture, or else make them part of an item."""

        def set_apart(page: WholePage) -> Mends:
            wanted = {
                number
                for number in range(max(1, lines.first), min(lines.last, len(page.lines)) + 1)
                if page.lines[number - 1].role is not LineRole.BLANK
            }
            return (_as_furniture if furniture else _as_content)(page, wanted)

        return self._mend(document, set_apart)

    def change(self, item: Item, change: Change, topics: Collection[str]) -> Former:
        """Say something of the item, in place of all that was said before; its topics are of those.

        An empty change takes back what was said.
        """
        line = _place(item).first
        if change.title is not None:
            change = replace(change, title=named(change.title, "an item"))
        if unknown := [slug for slug in change.topics or () if slug not in topics]:
            raise InvalidInputError(f"no topic “{unknown[0]}”; carereader topics lists them")
        if change.date not in (None, NO_DATE):
            _required_date(change.date or "", _DAY)

        def changed(page: WholePage) -> Mends:
            changes = {**_without(page.mends.changes, {line}), **({line: change} if change else {})}
            return replace(page.mends, changes=changes)

        return self._mend(item.document, changed)

    def set_issued(self, document: str, issued: str | None) -> Former:
        """Say when the document was issued, ISO 8601 of any precision; None: as it was found."""
        if issued is not None:
            _required_date(issued, _ANY_PRECISION)
        return self._mend(document, lambda page: replace(page.mends, issued=issued))

    def take_back(self, former: Former) -> None:
        """Let a document be what it was, with its marks, before something in it was mended."""
        with self._rereading.alone:
            newsletter = self._rereading.taken_apart(former.document, former.mends)
            self._record.documents.go_back(newsletter, self._rereading.rules, former)

    def _mend(self, document: str, mend: Callable[[WholePage], Mends]) -> Former:
        with self._rereading.alone:
            mends = mend(self.page(document))
            newsletter = self._rereading.taken_apart(document, mends)
            return self._record.documents.mend(newsletter, self._rereading.rules, mends)


def _lines(
    newsletter: Newsletter, texts: Sequence[str], paragraphs: Iterable[Span]
) -> tuple[PageLine, ...]:
    """The lines with what has become of each; furniture may lie within an item or a section."""
    told: list[tuple[LineRole, str, str]] = [(LineRole.BLANK, "", "")] * len(texts)
    for heading in newsletter.headings:
        _tell(told, heading.lines, (LineRole.SECTION, "", ""))
    for item in newsletter.items:
        _tell(told, item.lines, (LineRole.ITEM, item.id, ""))
    for furniture in newsletter.furniture:
        _tell(told, furniture.lines, (LineRole.FURNITURE, "", furniture.why))
    together: list[Span | None] = [None] * len(texts)
    for span in paragraphs:
        if span.first < span.last:
            together[span.first - 1 : span.last] = [span] * (span.last - span.first + 1)
    return tuple(
        PageLine(text, role if text.strip() else LineRole.BLANK, item, why, span)
        for text, (role, item, why), span in zip(texts, told, together, strict=True)
    )


def _tell(
    told: list[tuple[LineRole, str, str]], span: Span | None, what: tuple[LineRole, str, str]
) -> None:
    if span is not None:
        told[span.first - 1 : span.last] = [what] * (span.last - span.first + 1)


def _as_furniture(page: WholePage, lines: set[int]) -> Mends:
    left = [
        number
        for number, line in enumerate(page.lines, 1)
        if line.role is LineRole.ITEM and number not in lines
    ]
    if not left:
        raise InvalidInputError("that is all there is; a document keeps at least one item")
    # what was said of an item goes with it where its first lines are taken away
    changes = _without(page.mends.changes, lines)
    for first in sorted(lines & {*page.mends.changes}):
        item = page.item_at(first)
        rest = [number for number in left if item and page.lines[number - 1].item == item.id]
        if rest:
            changes.setdefault(rest[0], page.mends.changes[first])
    return replace(
        page.mends,
        furniture=page.mends.furniture | lines,
        content=page.mends.content - lines,
        breaks=page.mends.breaks - lines,
        joins=page.mends.joins - lines,
        changes=changes,
    )


def _as_content(page: WholePage, lines: set[int]) -> Mends:
    return replace(
        page.mends,
        furniture=page.mends.furniture - lines,
        content=page.mends.content | lines,
    )


def _without(changes: Mapping[int, Change], lines: Collection[int]) -> dict[int, Change]:
    return {line: change for line, change in changes.items() if line not in lines}


def _place(item: Item) -> Span:
    if item.lines is None:
        raise InvalidInputError("the source of this item has no lines; it cannot be mended")
    return item.lines


_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ANY_PRECISION = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def _required_date(text: str, form: re.Pattern[str]) -> None:
    try:
        if form.fullmatch(text):
            date.fromisoformat(f"{text}-01-01"[:10])
            return
    except ValueError:
        pass
    raise InvalidInputError(f"“{text}” is no date such as 2022-01-14")
