from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from index.model.documents import Span
from index.model.items import Newsletter
from index.record.record import Record
from index.record.rereading import with_kept_ids
from tests.index.record.making import DOCUMENT, item, newsletter, newsletters


def test_an_item_keeps_its_id_where_its_text_agrees() -> None:
    before = [item(1, text="The  first text."), item(2), item(3)]
    after = [
        replace(item(7), title="A better title", text="The first text.", lines=Span(1, 3)),
        replace(item(8), title=before[2].title, text=before[2].text, lines=None),
        item(9, text="New altogether.", lines=Span(90, 95)),
    ]
    assert [each.id for each in with_kept_ids(before, after)] == [
        before[0].id,
        before[2].id,
        after[2].id,
    ]


def test_an_item_on_the_same_lines_keeps_its_id_when_its_text_was_mended() -> None:
    before = [item(1, text="teh text")]
    after = [replace(item(9), text="the text", lines=before[0].lines)]
    assert with_kept_ids(before, after)[0].id == before[0].id


def test_two_items_of_one_text_do_not_share_an_id() -> None:
    twins = [item(1, text="Read more"), item(2, text="Read more")]
    after = [item(8, text="Read more"), item(9, text="Read more"), item(1, text="Something else")]
    ids = [each.id for each in with_kept_ids(twins, [replace(a, lines=None) for a in after])]
    assert ids[:2] == [twins[0].id, twins[1].id]
    assert len(set(ids)) == 3


@settings(max_examples=25)
@given(newsletters, newsletters)
def test_ids_stay_unique_whatever_is_read(before: Newsletter, after: Newsletter) -> None:
    kept = with_kept_ids(before.items, after.items)
    assert len({each.id for each in kept}) == len(after.items)
    assert [replace(each, id="") for each in kept] == [replace(each, id="") for each in after.items]


@settings(max_examples=25)
@given(newsletters)
def test_reading_the_same_again_changes_nothing(made: Newsletter) -> None:
    kept = with_kept_ids(made.items, made.items)
    assert {(each.title, each.text, each.id) for each in kept} == {
        (each.title, each.text, each.id) for each in made.items
    }


def prepared(record: Record) -> tuple[str, str]:
    first = item(1, title="Fostering", text="More foster carers are wanted in the north.")
    second = item(2, title="Kinship", text="Grandparents ask for an allowance of their own.")
    record.documents.add(newsletter(first, second), "x")
    record.meetings.save("Panel")
    record.meetings.bookmark(second.id, "Panel")
    record.marks.write_note(second.id, "ask the treasurer")
    record.marks.mark_read([second.id], True)
    return first.id, second.id


def test_bookmarks_notes_and_read_marks_follow_an_item_that_was_joined(record: Record) -> None:
    _, second = prepared(record)
    joined = item(
        9,
        title="Fostering and kinship",
        text="More foster carers are wanted in the north.\n"
        "Kinship\nGrandparents ask for an allowance of their own.",
        lines=Span(10, 25),
    )
    record.documents.replace(newsletter(joined))
    (bookmark,) = record.meetings.agenda("Panel")
    assert bookmark.item == joined.id != second
    assert not bookmark.missing
    assert bookmark.note == "ask the treasurer"
    assert bookmark.citation.title == "Kinship"
    assert record.marks.read([joined.id]) == {joined.id}


def test_where_both_parts_of_a_joined_item_were_marked_nothing_is_lost(record: Record) -> None:
    first, _ = prepared(record)
    record.meetings.bookmark(first, "Panel")
    record.marks.write_note(first, "how many?")
    joined = item(
        9,
        title="News",
        text="Fostering. More foster carers are wanted in the north. "
        "Kinship. Grandparents ask for an allowance of their own.",
        lines=Span(10, 25),
    )
    record.documents.replace(newsletter(joined))
    assert [each.item for each in record.meetings.agenda("Panel")] == [joined.id]
    note = record.marks.note(joined.id)
    assert "how many?" in note
    assert "ask the treasurer" in note


def test_a_divided_item_leaves_its_marks_to_the_larger_part(record: Record) -> None:
    _, second = prepared(record)
    parts = (
        item(7, title="Kinship", text="", lines=Span(1, 1)),
        item(8, title="Grandparents", text="ask for an allowance of their own.", lines=Span(2, 3)),
    )
    record.documents.replace(newsletter(*parts))
    (bookmark,) = record.meetings.agenda("Panel")
    assert bookmark.item == parts[1].id != second


def test_an_item_that_shares_only_common_words_is_no_heir(record: Record) -> None:
    prepared(record)
    other = "own of for an ask in the north more of their allowance wanted are Kinship Grandparents"
    record.documents.replace(newsletter(item(9, title="Other", text=other, lines=None)))
    (bookmark,) = record.meetings.agenda("Panel")
    assert bookmark.missing


def test_a_bookmark_whose_text_is_gone_stays_on_the_agenda(record: Record) -> None:
    _, second = prepared(record)
    record.documents.replace(newsletter(item(9, title="Other", text="Nothing alike.", lines=None)))
    (bookmark,) = record.meetings.agenda("Panel")
    assert bookmark.item == second
    assert bookmark.missing
    assert bookmark.note == "ask the treasurer"


def test_a_document_that_comes_back_divided_otherwise_finds_its_bookmarks(record: Record) -> None:
    _, second = prepared(record)
    record.documents.remove(DOCUMENT)
    other = item(9, title="Kinship care", text="Grandparents ask for an allowance of their own.")
    record.documents.add(newsletter(other), "x")
    (bookmark,) = record.meetings.agenda("Panel")
    assert bookmark.item == other.id != second
    assert not bookmark.missing


def test_rereading_keeps_the_day_and_the_original(record: Record) -> None:
    prepared(record)
    (before,) = record.documents.rows()
    record.documents.replace(newsletter(item(1), title="A better title"))
    (after,) = record.documents.rows()
    assert after.title == "A better title"
    assert after.added == before.added
    assert after.items == 1
