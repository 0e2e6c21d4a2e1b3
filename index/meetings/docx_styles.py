"""How a Word document looks: A4, plain letters, British English, styles with names of their own."""

from __future__ import annotations

from typing import cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

_FONT = "Arial"
_INK, _GREY, _LINK, _RED = (
    RGBColor.from_string(each) for each in ("1B1F24", "4A525C", "0B4F8A", "9B1C1C")
)
_SIDE = Cm(2.2)
_WORDS = frozenset(("toc 1", "toc 2"))
"""Styles that Word knows, and the template lacks."""
_LABEL = Cm(3.0)
TEXT_WIDTH = Cm(21.0) - 2 * _SIDE
"""How wide the text is on the page, in the units of Word (English metric units)."""


def dressed(document: Document) -> None:
    """Give a new document its paper, its language and its styles.

    Beside Word's own there are "Fact", "Remark", "Note", "Notice", "Cell" and "Contents Heading",
    and, for letters, "Hyperlink".
    """
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = _SIDE
    section.top_margin = section.bottom_margin = Cm(2.0)
    _speak_and_write(document)
    _letters(document, "Normal", 10.5, after=4)
    _letters(document, "Body Text", 10.5, after=6)
    _unruled(_letters(document, "Title", 24, after=2))
    _letters(document, "Subtitle", 13, colour=_GREY, after=10)
    _letters(document, "Heading 1", 16, before=18, after=6)
    _letters(document, "Heading 2", 12.5, before=14, after=3)
    for bullets in ("List Bullet", "List Bullet 2", "List Bullet 3"):
        _letters(document, bullets, 10.5, after=2)
    _letters(document, "Notice", 11, colour=_RED, after=10).font.bold = True
    _letters(document, "Remark", 9.5, colour=_GREY, before=4, after=6)
    _letters(document, "Cell", 10, before=2, after=2)
    # a heading that is not in the contents itself
    _letters(document, "Contents Heading", 16, before=18, after=6).font.bold = True
    _letters(document, "Footer", 9, colour=_GREY)
    fact = _letters(document, "Fact", 10.5, after=2).paragraph_format
    fact.tab_stops.add_tab_stop(_LABEL)
    fact.left_indent, fact.first_line_indent = _LABEL, -_LABEL
    note = _letters(document, "Note", 10.5, after=3)
    note.paragraph_format.left_indent = Cm(0.6)
    _ruled(note)
    for level in (1, 2):
        entry = _letters(document, f"toc {level}", 10.5, after=2).paragraph_format
        entry.left_indent = Cm(0.6) * (level - 1)
        entry.right_indent = Cm(1.2)
        entry.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    link = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True)
    cast("CharacterStyle", link).font.color.rgb = _LINK


def _speak_and_write(document: Document) -> None:
    """British English, in one font, for a Word of today: the template says otherwise."""
    styles, settings = document.styles.element, document.settings.element
    for language in settings.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), "en-GB")
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")  # Word 2013 and later: no "Compatibility Mode"
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    for fonts in list(styles.iter(qn("w:rFonts"))):
        fonts.attrib.clear()
        for script in ("w:ascii", "w:hAnsi", "w:cs"):
            fonts.set(qn(script), _FONT)


def _letters(
    document: Document,
    name: str,
    size: float,
    *,
    colour: RGBColor = _INK,
    before: float = 0,
    after: float = 0,
) -> ParagraphStyle:
    """The paragraph style of that name, made if need be, in letters of that size in points."""
    if name not in document.styles:
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles[
            "Normal"
        ]
    style = cast("ParagraphStyle", document.styles[name])
    style.font.size, style.font.italic = Pt(size), False
    style.font.color.rgb = colour
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
    return style


def _unruled(style: ParagraphStyle) -> None:
    """Without the rule that the template draws under it."""
    for borders in style.element.iter(qn("w:pBdr")):
        borders.getparent().remove(borders)


def _ruled(style: ParagraphStyle) -> None:
    """A rule to the left of the paragraph."""
    borders, left = OxmlElement("w:pBdr"), OxmlElement("w:left")
    for name, value in (("val", "single"), ("sz", "18"), ("space", "8"), ("color", "7A5C00")):
        left.set(qn(f"w:{name}"), value)
    borders.append(left)
    style.element.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc"
    )
