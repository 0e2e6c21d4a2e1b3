from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.text.hyperlink import Hyperlink
from docx.text.paragraph import Paragraph

from index.meetings.docx import docx
from index.meetings.layout import laid_out
from tests.index.meetings.packs import EMPTY, MADE, WHOLE, one_item

WRITTEN = docx(laid_out(WHOLE), MADE)
DOCUMENT = Document(BytesIO(WRITTEN))


def test_headings_are_headings() -> None:
    headings = [
        (paragraph.style.name, paragraph.text)
        for paragraph in DOCUMENT.paragraphs
        if paragraph.style and re.match("Heading|Title", str(paragraph.style.name))
    ]
    assert headings == [
        ("Title", "Corporate Parenting Panel"),
        ("Heading 1", "Agenda"),
        ("Heading 1", "Items"),
        ("Heading 2", "3. Incident notifications"),
        ("Heading 2", "4. Kinship care"),
        ("Heading 2", "5. Any other business"),
        ("Heading 1", "Actions"),
        ("Heading 1", "Dates and deadlines"),
        ("Heading 1", "Acronyms"),
    ]


def test_the_contents_are_a_field_whose_entries_lead_to_the_headings() -> None:
    body = DOCUMENT.element.body
    told = [each.text.strip() for each in body.iter(qn("w:instrText"))]
    assert told[0] == r'TOC \o "1-2" \h \z \u'
    marks = {each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))}
    links = [each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink"))]
    assert {each for each in links if each} == marks
    assert len(marks) == 8
    kinds = [each.get(qn("w:fldCharType")) for each in body.iter(qn("w:fldChar"))]
    assert kinds.count("begin") == kinds.count("end") == kinds.count("separate")


def test_the_agenda_goes_before_the_contents() -> None:
    order = [
        block.text if isinstance(block, Paragraph) else "a table"
        for block in DOCUMENT.iter_inner_content()
    ]
    assert order.index("Agenda") < order.index("a table") < order.index("Contents")
    assert order.index("Contents") < order.index("Items", order.index("Contents") + 3)


def test_pages_are_a4_and_numbered() -> None:
    (section,) = DOCUMENT.sections
    size = (section.page_width or 0, section.page_height or 0)
    assert size == pytest.approx((Cm(21), Cm(29.7)), rel=1e-3)
    fields = section.footer._element.iter(qn("w:instrText"))
    assert [each.text.strip() for each in fields] == ["PAGE", "NUMPAGES"]


def test_the_document_says_what_it_is_and_in_which_language() -> None:
    about = DOCUMENT.core_properties
    assert about.title == "Corporate Parenting Panel – Agenda pack"
    assert about.language == "en-GB"
    assert about.created == MADE
    spoken = [*DOCUMENT.styles.element.iter(qn("w:lang"))]
    spoken += DOCUMENT.settings.element.iter(qn("w:themeFontLang"))
    assert {each.get(qn("w:val")) for each in spoken} == {"en-GB"}


def test_the_heads_of_tables_come_back_on_every_page() -> None:
    assert len(DOCUMENT.tables) == 3
    for table in DOCUMENT.tables:
        assert table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None
        assert table._tbl.find(f".//{qn('w:tblCaption')}") is not None


def test_addresses_can_be_followed() -> None:
    links = {
        (part.text, part.address)
        for paragraph in DOCUMENT.paragraphs
        for part in paragraph.iter_inner_content()
        if isinstance(part, Hyperlink) and part.address
    }
    assert links == {
        ("https://example.org/report", "https://example.org/report"),
        ("info@example.org", "mailto:info@example.org"),
    }


def test_an_address_that_is_no_uri_is_made_one() -> None:
    written = docx(laid_out(one_item("Title", "https://example.org/ä|b[c]")), MADE)
    relations = ZipFile(BytesIO(written)).read("word/_rels/document.xml.rels").decode()
    assert 'Target="https://example.org/%C3%A4%7Cb%5Bc"' in relations


def test_an_empty_pack_is_a_document_too() -> None:
    text = [
        paragraph.text for paragraph in Document(BytesIO(docx(laid_out(EMPTY), MADE))).paragraphs
    ]
    assert text[:2] == ["Panel", "Agenda pack"]
    assert text[-1].startswith("Nothing is on this agenda yet")
