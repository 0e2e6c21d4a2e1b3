"""A laid-out file in plain text, in lines that fit a terminal or an e-mail."""

from __future__ import annotations

from collections.abc import Iterator

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

_WIDTH = 76
_UNDERLINES = {1: "=", 2: "-"}


def plain(laid: Laid) -> str:
    """The file as plain text: headings underlined, a blank line between any two blocks."""
    return "\n\n".join(_parts(laid)) + "\n"


def _parts(laid: Laid) -> Iterator[str]:
    yield _heading(laid.title, 1)
    yield laid.kind
    if laid.notice:
        yield _wrapped(laid.notice)
    for block in laid.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield _heading(block.words, block.level)
        case Facts():
            yield "\n".join(_wrapped(f"{fact.label}: {fact.value}", "", 2) for fact in block.facts)
        case Passage():
            yield _passage(block)
        case Remark():
            yield _wrapped(block.text)
        case Agenda():
            for section in block.sections:
                if section.title:
                    yield section.title
                if section.rows:
                    yield "\n".join(map(_row, section.rows))
        case Table():
            yield "\n".join(_record(block.columns, row) for row in block.rows)


def _heading(text: str, level: int) -> str:
    line = _UNDERLINES.get(level)
    return f"{text}\n{line * min(max(len(text), 3), _WIDTH)}" if line else _wrapped(text)


def _row(row: AgendaRow) -> str:
    title = _wrapped(row.title, f"{row.number:>3}. ", 5)
    return f"{title}\n{_wrapped(row.remarks, '     ', 5)}" if row.remarks else title


def _passage(block: Passage) -> str:
    """A passage, one with a label indented under it; bullets without blank lines between."""
    indent = "  " if block.label else ""
    parts: list[str] = []
    listed = False
    for line in block.lines:
        bullet = f"{'  ' * (line.depth - 1)}• " if line.depth else ""
        gap = "\n" if listed and line.depth else "\n\n"
        parts += [gap, _wrapped(line.text, indent + bullet, len(indent + bullet))]
        listed = line.depth > 0
    text = "".join(parts[1:])
    return f"{block.label}:\n{text}" if block.label else text


def _record(columns: tuple[str, ...], row: tuple[str, ...]) -> str:
    """A row of a table: what it is about, and under it whatever else is said of it."""
    first, *others = zip(columns, row, strict=True)
    told = "; ".join(f"{column}: {value}" for column, value in others if value)
    about = _wrapped(first[1], "• ", 2)
    return f"{about}\n{_wrapped(told, '  ', 2)}" if told else about


def _wrapped(text: str, opening: str = "", indent: int = 0) -> str:
    """The text in lines of the width; a word that is longer, such as an address, stays whole."""
    made: list[str] = []
    line, empty = opening, True
    for word in text.split(" "):
        if empty:
            line, empty = line + word, False
        elif len(line) + 1 + len(word) <= _WIDTH:
            line = f"{line} {word}"
        else:
            made.append(line)
            line = " " * indent + word
    made.append(line)
    return "\n".join(made)
