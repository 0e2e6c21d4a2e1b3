"""A laid-out file in plain text, in lines that fit a terminal or an e-mail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from index.meetings.blocks import (
    Agenda,
    AgendaRow,
    Block,
    Facts,
    Heading,
    Laid,
    Passage,
    Remark,
    Table,
)
from index.model.formats import PackPreview

WIDTH = 76
"""How wide a text is that goes to nobody's screen in particular."""

_UNDERLINES = {1: "=", 2: "-"}


def plain(laid: Laid, width: int = WIDTH) -> str:
    """The file as plain text: headings underlined, a blank line between any two blocks."""
    return "\n\n".join(text for text, _ in _parts(laid, width)) + "\n"


def preview(laid: Laid, width: int) -> PackPreview:
    """The same text in lines, and where in it the entries of the agenda stand."""
    lines: list[str] = []
    places: dict[int, int] = {}
    for text, numbers in _parts(laid, width):
        # what the agenda at the front lists is told in full behind it: that place is the better one
        places |= {number: len(lines) + below for number, below in numbers}
        lines += [*text.split("\n"), ""]
    return PackPreview(tuple(lines), places)


_Part = tuple[str, tuple[tuple[int, int], ...]]
"""A piece of the text, and the numbers of the entries in it, each with how far down it stands."""


def _parts(laid: Laid, width: int) -> Iterator[_Part]:
    yield _heading(laid.title, 1, width), ()
    yield laid.kind, ()
    if laid.notice:
        yield _wrapped(laid.notice, width), ()
    for block in laid.blocks:
        if isinstance(block, Agenda):
            for section in block.sections:
                if section.title:
                    yield _wrapped(section.title, width), ()
                if section.rows:
                    yield _rows(section.rows, width)
        else:
            number = block.number if isinstance(block, Heading) else 0
            for text in _block(block, width):
                yield text, ((number, 0),) if number else ()


def _rows(rows: Iterable[AgendaRow], width: int) -> _Part:
    lines: list[str] = []
    places = []
    for row in rows:
        places.append((row.number, len(lines)))
        lines += _row(row, width).split("\n")
    return "\n".join(lines), tuple(places)


def _block(block: Block, width: int) -> Iterator[str]:
    match block:
        case Heading():
            yield _heading(block.words, block.level, width)
        case Facts():
            facts = (f"{fact.label}: {fact.value}" for fact in block.facts)
            yield "\n".join(_wrapped(fact, width, "", 2) for fact in facts)
        case Passage():
            yield _passage(block, width)
        case Remark():
            yield _wrapped(block.text, width)
        case Table():
            yield "\n".join(_record(block.columns, row, width) for row in block.rows)


def _heading(text: str, level: int, width: int) -> str:
    line, words = _UNDERLINES.get(level), _wrapped(text, width)
    return f"{words}\n{line * min(max(len(text), 3), width)}" if line else words


def _row(row: AgendaRow, width: int) -> str:
    title = _wrapped(row.title, width, f"{row.number:>3}. ", 5)
    return f"{title}\n{_wrapped(row.remarks, width, '     ', 5)}" if row.remarks else title


def _passage(block: Passage, width: int) -> str:
    """A passage, one with a label indented under it; bullets without blank lines between."""
    indent = "  " if block.label else ""
    parts: list[str] = []
    listed = False
    for line in block.lines:
        bullet = f"{'  ' * (line.depth - 1)}• " if line.depth else ""
        gap = "\n" if listed and line.depth else "\n\n"
        parts += [gap, _wrapped(line.text, width, indent + bullet, len(indent + bullet))]
        listed = line.depth > 0
    text = "".join(parts[1:])
    return f"{block.label}:\n{text}" if block.label else text


def _record(columns: tuple[str, ...], row: tuple[str, ...], width: int) -> str:
    """A row of a table: what it is about, and under it whatever else is said of it."""
    first, *others = zip(columns, row, strict=True)
    told = "; ".join(f"{column}: {value}" for column, value in others if value)
    about = _wrapped(first[1], width, "• ", 2)
    return f"{about}\n{_wrapped(told, width, '  ', 2)}" if told else about


def _wrapped(text: str, width: int, opening: str = "", indent: int = 0) -> str:
    """The text in lines of the width; a word that is longer, such as an address, stays whole."""
    made: list[str] = []
    line, empty = opening, True
    for word in text.split(" "):
        if empty:
            line, empty = line + word, False
        elif len(line) + 1 + len(word) <= width:
            line = f"{line} {word}"
        else:
            made.append(line)
            line = " " * indent + word
    made.append(line)
    return "\n".join(made)
