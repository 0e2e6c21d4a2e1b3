"""The parts of a Word document that python-docx has no words for: fields, bookmarks, links.

The elements are those of ECMA-376, part 1: complex fields (17.16.18), the fields PAGE, NUMPAGES,
PAGEREF and TOC (17.16.5), bookmarks (17.13.6), hyperlinks (17.16.22).
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import Table
from docx.text.paragraph import Paragraph

_SAFE_IN_ADDRESS = "%/:=&?~#+!$,;'@()*"
_MARK = "_Toc{}"


def contents(entries: Sequence[tuple[Paragraph, str]]) -> None:
    """Make empty paragraphs the table of contents: one for each heading, with its words.

    The headings are bookmarked in that order. The entries are written out, so that they are there
    before any program makes the table anew. The numbers of pages are known only to a program that
    lays out pages: it fills them in when it prints, or when it is told to update its fields. To
    ask for that on opening would greet everyone with a question.
    """
    for number, (paragraph, words) in enumerate(entries, 1):
        if number == 1:
            _extend(paragraph, _opening('TOC \\o "1-2" \\h \\z \\u'))
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), _MARK.format(number))
        link.append(_run(words))
        link.append(_run(None, OxmlElement("w:tab")))
        for part in (*_opening(f"PAGEREF {_MARK.format(number)} \\h"), _character("end")):
            link.append(part)
        paragraph._p.append(link)
    if entries:
        _extend(entries[-1][0], [_character("end")])


def bookmarked(paragraph: Paragraph, number: int) -> None:
    """Let the paragraph be what the contents point at as that number."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    start.set(qn("w:name"), _MARK.format(number))
    paragraph._p.insert_element_before(start, "w:r")
    paragraph._p.append(end)


def numbered_pages(paragraph: Paragraph) -> None:
    """Add "Page 3 of 12" to a paragraph of the footer."""
    paragraph.add_run("Page ")
    _extend(paragraph, _field("PAGE"))
    paragraph.add_run(" of ")
    _extend(paragraph, _field("NUMPAGES"))


def linked(paragraph: Paragraph, text: str, address: str) -> None:
    """Add text that opens an address. Word refuses a file with one that is no URI (RFC 3986)."""
    part = paragraph.part
    # python-docx finds a free name by trying all from the first, each time anew
    name = f"link{len(part.rels)}"
    part.load_rel(
        RELATIONSHIP_TYPE.HYPERLINK, quote(address, _SAFE_IN_ADDRESS), name, is_external=True
    )
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), name)
    link.append(_run(text, style="Hyperlink"))
    paragraph._p.append(link)


def headed(table: Table, caption: str) -> None:
    """Let the first row of the table come back on every page, and say what the table is."""
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell in table.rows[0].cells:
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", "E8ECF1")):
            shade.set(qn(f"w:{name}"), value)
        cell._tc.get_or_add_tcPr().append(shade)
    title = OxmlElement("w:tblCaption")
    title.set(qn("w:val"), caption)
    table._tbl.tblPr.append(title)


def _extend(paragraph: Paragraph, parts: Sequence[BaseOxmlElement]) -> None:
    for part in parts:
        paragraph._p.append(part)


def _field(instruction: str) -> list[BaseOxmlElement]:
    return [*_opening(instruction), _run("1"), _character("end")]


def _opening(instruction: str) -> list[BaseOxmlElement]:
    told = OxmlElement("w:instrText")
    told.set(qn("xml:space"), "preserve")
    told.text = f" {instruction} "
    return [_character("begin"), _run(None, told), _character("separate")]


def _character(kind: str) -> BaseOxmlElement:
    character = OxmlElement("w:fldChar")
    character.set(qn("w:fldCharType"), kind)
    return _run(None, character)


def _run(
    text: str | None, content: BaseOxmlElement | None = None, style: str = ""
) -> BaseOxmlElement:
    run = OxmlElement("w:r")
    if style:
        properties, named = OxmlElement("w:rPr"), OxmlElement("w:rStyle")
        named.set(qn("w:val"), style)
        properties.append(named)
        run.append(properties)
    if text is not None:
        content = OxmlElement("w:t")
        content.set(qn("xml:space"), "preserve")
        content.text = text
    if content is not None:
        run.append(content)
    return run
