"""A laid-out file in Markdown."""

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
from index.meetings.escaping import cell, inline, opening


def markdown(laid: Laid) -> str:
    """The file as a Markdown document (CommonMark, and tables as most programs read them).

    Whatever a document or a person wrote is made plain: it is shown as it was written, and can
    neither format the page nor put HTML into it.
    """
    return "\n\n".join(_parts(laid)) + "\n"


def _parts(laid: Laid) -> Iterator[str]:
    yield f"# {inline(laid.title)}"
    yield f"**{laid.kind}**"
    if laid.notice:
        yield f"**{laid.notice}**"
    for block in laid.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * block.level} {inline(block.words)}"
        case Facts():
            yield "\n".join(
                f"- **{inline(fact.label)}:** {inline(fact.value)}" for fact in block.facts
            )
        case Passage():
            yield _passage(block)
        case Remark():
            yield opening(block.text)
        case Agenda():
            for section in block.sections:
                if section.title:
                    yield f"### {inline(section.title)}"
                if section.rows:
                    yield "\n".join(map(_row, section.rows))
        case Table():
            yield _table(block)


def _row(row: AgendaRow) -> str:
    remarks = f" – {inline(row.remarks)}" if row.remarks else ""
    return f"{row.number}. {opening(row.title)}{remarks}"


def _passage(block: Passage) -> str:
    """A passage; one with a label stands as a quotation under it, to be told from what is ours."""
    parts: list[str] = []
    listed = False
    for line in block.lines:
        # not the sign of the facts, lest the two lists become one
        indent = f"{'  ' * (line.depth - 1)}* " if line.depth else ""
        parts += ["\n" if listed and line.depth else "\n\n", indent, opening(line.text)]
        listed = line.depth > 0
    text = "".join(parts[1:])
    if not block.label:
        return text
    quoted = "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
    return f"**{block.label}**\n\n{quoted}"


def _table(block: Table) -> str:
    rows = (block.columns, ("---",) * len(block.columns))
    written = [f"| {' | '.join(row)} |" for row in rows]
    written += [f"| {' | '.join(map(cell, row))} |" for row in block.rows]
    return "\n".join(written)
