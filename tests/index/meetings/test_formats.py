"""What holds for every format alike."""

from __future__ import annotations

import re
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.meetings.blocks import Agenda, Block, Facts, Heading, Passage, Remark, Table
from index.meetings.layout import laid_out
from index.meetings.pack import rendered
from index.model.formats import FORMATS
from index.model.items import FoundDate
from index.model.meetings import AgendaEntry, Meeting, Pack
from index.reading.cleaning import clean
from tests.index.meetings.packs import EMPTY, MADE, WHOLE, bookmark, one_item
from tests.index.meetings.reading_back import READERS, by_docx
from tests.index.meetings.test_escaping import hostile_texts

any_texts = st.one_of(
    st.text(max_size=60),
    hostile_texts,
    st.sampled_from(
        [
            "{{ 7 * 7 }}{% raw %}{# comment #}",
            "</style></script></p>",
            "]]>&amp;&#0;",
            "\ud800 half a pair, \x0b\x0c\x00\x1b[31m red",
            "שלום עולם, مرحبا بالعالم",
            "\u202egnihton si siht",
            "👪🏽 family",
            "BEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT",
            'a;b,c\\n\\;:"quoted"',
            "=1+1",
            "\U0001fffe\U0010ffff",
            "x" * 300,
            "https://example.org/ä|b?c=%zz[1]",
        ]
    ),
)


def squeezed(text: str) -> str:
    return "".join(text.split())


def seen(text: str) -> str:
    """The text without what stands for no character."""
    return re.sub("[\U0001fffe\U0001ffff\U0010fffe\U0010ffff]", "", clean(text))


def said(text: str) -> list[str]:
    """The lines of a text without the signs of bullets."""
    lines = [
        re.sub(r"^\s*([•·▪◦‣●○■□➢*+–-]|o)\s+(?=\S)", "", line) for line in seen(text).split("\n")
    ]
    return [squeezed(line) for line in lines if squeezed(line)]


@settings(max_examples=20)
@given(any_texts, any_texts, any_texts, any_texts)
def test_nothing_that_can_be_seen_is_lost(title: str, text: str, note: str, name: str) -> None:
    pack = one_item(title, text, note, name)
    for reader in READERS.keys() - {"python-docx"}:
        assert_all_there(pack, reader)


@settings(max_examples=5)
@given(any_texts, any_texts, any_texts, any_texts)
def test_nor_in_word(title: str, text: str, note: str, name: str) -> None:
    assert_all_there(one_item(title, text, note, name), "python-docx")


def assert_all_there(pack: Pack, reader: str) -> None:
    ending, read = READERS[reader]
    shown = squeezed(read(rendered(pack, ending, made=MADE)))
    (entry,) = pack.agenda
    assert entry.bookmark is not None
    lost = [line for line in said(entry.bookmark.text) + said(entry.note) if line not in shown]
    lost += [line for line in (entry.title, pack.meeting.name) if squeezed(seen(line)) not in shown]
    assert lost == [], reader


def test_a_megabyte_is_no_more_trouble_than_a_line() -> None:
    text = "care leaver " * 45_000 + "see@" * 125_000
    marked = bookmark("Title", text, dates=(FoundDate("1 March", "2027-03-01", None, "event"),))
    pack = Pack(Meeting("Panel"), (AgendaEntry("1", "item", "Title", bookmark=marked),))
    for each in FORMATS:
        data = rendered(pack, each.ending, made=MADE)
        shown = by_docx(data) if each.ending == "docx" else data.decode()
        assert squeezed(text) in squeezed(shown), each.ending


@pytest.mark.parametrize("format", [each.ending for each in FORMATS])
def test_the_same_pack_makes_the_same_file(format: str) -> None:
    assert rendered(EMPTY, format, made=MADE)
    if format != "docx":  # whose archive is stamped with the time
        assert rendered(WHOLE, format, made=MADE) == rendered(WHOLE, format, made=MADE)


@pytest.mark.parametrize("part", ["pack", "minutes"])
@pytest.mark.parametrize("reader", ["markdown-it", "the eye", "html5lib", "python-docx"])
def test_all_formats_say_the_same(reader: str, part: str) -> None:
    ending, read = READERS[reader]
    laid = laid_out(WHOLE, part)  # type: ignore[arg-type]  # a Literal, to pytest a str
    shown = squeezed(read(rendered(WHOLE, ending, part))).casefold()  # type: ignore[arg-type]
    wanted = [laid.title, laid.kind, laid.notice]
    for block in laid.blocks:
        wanted += words(block)
    assert [each for each in wanted if squeezed(each).casefold() not in shown] == []


def words(block: Block) -> list[str]:
    match block:
        case Heading() | Remark():
            return [block.text]
        case Facts():
            return [part for fact in block.facts for part in (fact.label, fact.value)]
        case Passage():
            return [block.label, *(line.text for line in block.lines)]
        case Agenda():
            rows = [row for section in block.sections for row in section.rows]
            parts = [(row.title, row.more, *row.cells) for row in rows]
            return [*(section.title for section in block.sections), *chain(*parts)]
        case Table():
            return list(chain(*block.rows))
