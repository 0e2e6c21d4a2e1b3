"""A laid-out file as a Word document, with real headings, contents and page numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.shared import Length
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph

from index.meetings.addresses import pieces
from index.meetings.blocks import (
    Agenda,
    AgendaRow,
    Block,
    Facts,
    Heading,
    Laid,
    Line,
    Passage,
    Remark,
    Table,
)
from index.meetings.docx_fields import bookmarked, contents, headed, linked, numbered_pages
from index.meetings.docx_styles import TEXT_WIDTH, dressed

_CONTENTS = "Contents"
_PART = 2
"""The level of the headings of parts."""
_DEEPEST = 3
"""How many levels of bullets Word has styles for."""
_LINE = 90
"""Characters that fit on a line of a table."""
_LONGEST_WORD, _LONGEST_CELL = 14, 60
"""What is longer makes its column no wider."""
_LONGEST_PROPERTY = 255
"""Characters that a property of a document may have."""


def docx(laid: Laid, made: datetime) -> bytes:
    """The file as the bytes of a Word document, made at that time, which has its time zone."""
    document = Document()
    dressed(document)
    about = document.core_properties
    about.title = f"{laid.title} – {laid.kind}"[:_LONGEST_PROPERTY]
    about.author = about.comments = ""
    about.language = "en-GB"
    about.created = about.modified = made.astimezone(UTC).replace(tzinfo=None)
    numbered_pages(document.sections[0].footer.paragraphs[0])
    _Writing(document).write(laid)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


class _Writing:
    """A document that is being written, block by block."""

    def __init__(self, document: WordDocument) -> None:
        self._document = document
        # python-docx looks through all styles for each paragraph that is given one by its name
        self._styles = {str(style.name): style.style_id for style in document.styles}
        self._marks = 0

    def write(self, laid: Laid) -> None:
        self._paragraph("Title", laid.title)
        self._paragraph("Subtitle", laid.kind)
        if laid.notice:
            self._paragraph("Notice", laid.notice)
        headings = [block for block in laid.blocks if isinstance(block, Heading)]
        after_the_first = [each for each in headings if each.level == _PART][1:2]
        for block in laid.blocks:
            # the agenda itself goes first: the contents say the same at greater length
            if any(block is each for each in after_the_first):
                self._contents(headings)
            self._block(block)

    def _contents(self, headings: Sequence[Heading]) -> None:
        self._paragraph("Contents Heading", _CONTENTS)
        contents([(self._paragraph(f"toc {_level(each)}"), each.words) for each in headings])

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                self._marks += 1
                heading = self._paragraph(f"Heading {_level(block)}", block.words)
                bookmarked(heading, self._marks)
            case Facts():
                for fact in block.facts:
                    paragraph = self._paragraph("Fact")
                    paragraph.add_run(f"{fact.label}:").bold = True
                    paragraph.add_run("\t")
                    _write(paragraph, fact.value)
            case Passage():
                if block.label:
                    self._paragraph("Note").add_run(block.label).bold = True
                for line in block.lines:
                    _write(self._paragraph(_style(line, block)), line.text)
            case Remark():
                _write(self._paragraph("Remark"), block.text)
            case Agenda():
                self._agenda(block)
            case Table():
                table = self._table(block.caption, block.columns, block.rows)
                for row in block.rows:
                    self._row(table, row)

    def _agenda(self, block: Agenda) -> None:
        columns = ("No.", "Item", *block.columns)
        rows = [_cells(row) for section in block.sections for row in section.rows]
        table = self._table("Agenda", columns, rows)
        for section in block.sections:
            if section.title:
                cells = table.add_row().cells
                title = self._styled(cells[0].merge(cells[-1]).paragraphs[0], "Cell")
                title.add_run(section.title).bold = True
                title.paragraph_format.keep_with_next = True
            for row in section.rows:
                self._row(table, _cells(row))

    def _table(
        self, caption: str, columns: Sequence[str], rows: Sequence[Sequence[str]]
    ) -> WordTable:
        """A table for those rows, so far with the names of its columns alone."""
        table: WordTable = self._document.add_table(1, len(columns), "Table Grid")
        for cell, name in zip(table.rows[0].cells, columns, strict=True):
            self._styled(cell.paragraphs[0], "Cell").add_run(name).bold = True
        headed(table, caption)
        for column, width in zip(table.columns, _widths(columns, rows), strict=True):
            column.width = width
        return table

    def _row(self, table: WordTable, cells: Sequence[str]) -> None:
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            _write(self._styled(cell.paragraphs[0], "Cell"), text)

    def _paragraph(self, style: str, text: str = "") -> Paragraph:
        return self._styled(self._document.add_paragraph(text), style)

    def _styled(self, paragraph: Paragraph, style: str) -> Paragraph:
        paragraph._p.style = self._styles[style]
        return paragraph


def _level(heading: Heading) -> int:
    """The title of a document is above its headings: what is 2 in a web page is 1 in Word."""
    return heading.level - 1


def _style(line: Line, block: Passage) -> str:
    if not line.depth:
        return "Note" if block.label else "Body Text"
    depth = min(line.depth, _DEEPEST)
    return "List Bullet" if depth == 1 else f"List Bullet {depth}"


def _cells(row: AgendaRow) -> tuple[str, ...]:
    more = f" ({row.more})" if row.more else ""
    return (str(row.number), f"{row.title}{more}", *row.cells)


def _widths(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Length]:
    """How wide each column is: its longest word fits, and what is left goes by its longest cell."""
    cells = list(zip(columns, *rows, strict=True))
    least = [
        min(max(len(word) for cell in column for word in cell.split() or [""]), _LONGEST_WORD) + 4
        for column in cells
    ]
    wanted = [min(max(map(len, column)), _LONGEST_CELL) for column in cells]
    left = max(_LINE - sum(least), 0)
    shares = [low + left * more // sum(wanted) for low, more in zip(least, wanted, strict=True)]
    return [Length(TEXT_WIDTH * each // sum(shares)) for each in shares]


def _write(paragraph: Paragraph, text: str) -> None:
    """Add the text to the paragraph; addresses can be followed."""
    for piece, address in pieces(text):
        if address:
            linked(paragraph, piece, address)
        else:
            paragraph.add_run(piece)
