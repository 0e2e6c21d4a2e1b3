"""What a person mended is kept, by document; and an older record learns to keep it."""

from __future__ import annotations

import sqlite3
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from index.model.documents import Issued
from index.model.items import Kind
from index.model.meetings import Action
from index.model.mends import Change, Mends
from index.model.steps import EntryChange
from index.reading.catalogue import Entry
from index.record.migrations import APPLICATION_ID, VERSION
from index.record.record import Record
from tests.index.record.making import DOCUMENT, item, newsletter, texts

_LINES = st.frozensets(st.integers(1, 10_000), max_size=5)
_CHANGES = st.builds(
    Change,
    title=st.none() | texts,
    kind=st.none() | st.sampled_from(Kind),
    topics=st.none() | st.lists(texts, max_size=3).map(tuple),
    date=st.none() | st.sampled_from(["", "2022-02-03"]),
)
_MENDS = st.builds(
    Mends,
    breaks=_LINES,
    joins=_LINES,
    furniture=_LINES,
    content=_LINES,
    changes=st.dictionaries(st.integers(1, 10_000), _CHANGES, max_size=3),
    issued=st.none() | st.just("2022-01"),
)


@given(_MENDS)
@settings(max_examples=20)
def test_mends_come_back_as_they_were(mends: Mends) -> None:
    with TemporaryDirectory() as folder:
        record = Record(Path(folder) / "library.db")
        try:
            record.documents.add(newsletter(item(1)), "x")
            assert record.documents.mends(DOCUMENT) == Mends()
            former = record.documents.mend(newsletter(item(1)), "", mends)
            assert former.mends == Mends()
            assert record.documents.mends(DOCUMENT) == mends
        finally:
            record.close()


def test_mends_outlive_their_document(record: Record) -> None:
    mends = Mends(breaks=frozenset({3}))
    record.documents.add(newsletter(item(1)), "x")
    record.documents.mend(newsletter(item(1)), "", mends)
    record.documents.remove(DOCUMENT)
    assert record.documents.mends(DOCUMENT) == mends


def test_what_it_takes_to_read_a_document_anew(record: Record) -> None:
    stated = Entry("A title", "A source", Issued("2022-01", "stated", "why"), "origin", "rights")
    record.documents.add(newsletter(item(1)), "copy.txt", stated, "rules")
    source = record.documents.source(DOCUMENT)
    assert (source.original, source.stated) == ("copy.txt", stated)
    assert record.documents.by_other_rules("rules") == ()
    assert record.documents.by_other_rules("others") == (DOCUMENT,)
    record.documents.replace(newsletter(item(1)), "others")
    assert record.documents.by_other_rules("others") == ()


def prepared(record: Record) -> tuple[str, str]:
    """Two items on an agenda, both with a note and one of them read."""
    first = item(1, title="Fostering", text="More foster carers are wanted in the north.")
    second = item(2, title="Kinship", text="Grandparents ask for an allowance of their own.")
    record.documents.add(newsletter(first, second), "x")
    record.meetings.save("Panel")
    for each in (first, second):
        record.meetings.bookmark(each.id, "Panel")
        record.marks.write_note(each.id, f"on {each.title}")
    record.marks.mark_read([second.id], True)
    return first.id, second.id


JOINED = item(
    9,
    title="Fostering",
    text="More foster carers are wanted in the north.\nKinship\n"
    "Grandparents ask for an allowance of their own.",
)


def test_bookmarks_take_over_what_was_mended(record: Record) -> None:
    first, _ = prepared(record)
    changed = item(1, title="Carers wanted", text="More foster carers are wanted in the north.")
    record.documents.mend(newsletter(changed, item(2)), "", Mends(breaks=frozenset({1})))
    entry = record.agendas.entries("Panel")[0]
    assert entry.bookmark is not None
    assert entry.bookmark.item == first
    assert entry.bookmark.citation.title == entry.title == "Carers wanted"


def test_a_title_that_a_person_gave_an_entry_stays_when_its_item_is_mended(
    record: Record,
) -> None:
    prepared(record)
    entry = record.agendas.entries("Panel")[0].id
    record.agendas.change([entry], EntryChange(title="For the panel"))
    changed = item(1, title="Carers wanted", text="More foster carers are wanted in the north.")
    record.documents.mend(newsletter(changed, item(2)), "", Mends(breaks=frozenset({1})))
    kept = record.agendas.entry(entry)
    assert kept.bookmark is not None
    assert (kept.title, kept.bookmark.citation.title) == ("For the panel", "Carers wanted")


def test_going_back_brings_back_every_mark_where_it_was(record: Record) -> None:
    first, second = prepared(record)
    for number, entry in enumerate(record.agendas.entries("Panel")):
        change = EntryChange(lead=f"Ann {number}", minutes=5, outcome=f"said {number}")
        record.agendas.change([entry.id], change)
        record.actions.add("Panel", Action("", "Panel", f"Write {number}", entry=entry.id))
    agenda, actions = record.agendas.entries("Panel"), record.actions.of("Panel")
    before = record.documents.newsletter(DOCUMENT)
    former = record.documents.mend(newsletter(JOINED), "", Mends(joins=frozenset({20})))
    (joined,) = record.agendas.entries("Panel")
    # the one that is left has taken over what was said of the other
    assert {*joined.outcome.splitlines()} == {"said 0", "said 1"}
    assert {action.entry for action in record.actions.of("Panel")} == {joined.id}
    record.documents.go_back(before, "", former)
    assert record.agendas.entries("Panel") == agenda
    assert record.actions.of("Panel") == actions
    assert record.marks.note(first) == "on Fostering"
    assert record.marks.note(second) == "on Kinship"
    assert record.marks.read([first, second]) == {second}
    assert record.documents.newsletter(DOCUMENT) == before
    assert record.documents.mends(DOCUMENT) == Mends()


def test_a_record_of_version_1_is_brought_up_with_all_that_it_has(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    db = sqlite3.connect(path)
    db.executescript(resources.files("index.record").joinpath("schema.sql").read_text("utf-8"))
    db.executescript("""
        insert into documents values ('0123456789', 'A title', 'A source', '2022-01', 'stated',
            'line 1', 'newsletter', 'an origin', '/a.txt', 'a.txt', '2022-02-01', '[]', '[]');
        insert into items values
            (1, '0123456789-abcdef', '0123456789', 0, 'An item', '', 'news', '[]', 1, 2);
        insert into item_contents values (1, 'Its text.', 0, '[]', '[]', '[]', '[]', 'why');
        insert into meetings values (1, 'panel', 'Panel', null, '', '', '[]');
        insert into bookmarks values (1, 1, '0123456789-abcdef', 1, 'An item', 'A title',
            'A source', '2022-01', 1, 2, 'Its text.', '[]', '[]');
        insert into notes values ('0123456789-abcdef', 'a note', '2022-02-01');
        insert into read_marks values ('0123456789-abcdef', '2022-02-01');
    """)
    db.execute(f"pragma application_id = {APPLICATION_ID}")
    db.execute("pragma user_version = 1")
    db.commit()
    db.close()

    record = Record(path)
    assert record.items.item("0123456789-abcdef").text == "Its text."
    assert record.marks.note("0123456789-abcdef") == "a note"
    assert record.marks.read(["0123456789-abcdef"])
    (bookmark,) = record.meetings.agenda("Panel")
    assert not bookmark.missing
    assert record.documents.source("0123456789").stated is None
    assert record.documents.by_other_rules("any") == ("0123456789",)
    record.documents.mend(
        record.documents.newsletter("0123456789"), "any", Mends(breaks=frozenset({2}))
    )
    assert record.documents.mends("0123456789") == Mends(breaks=frozenset({2}))
    record.close()

    db = sqlite3.connect(path)
    assert db.execute("pragma user_version").fetchone()[0] == VERSION >= 2
    db.close()
