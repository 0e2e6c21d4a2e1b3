from __future__ import annotations

import pytest

from index.errors import NotFoundError
from index.model.documents import Issued
from index.record.record import Record
from tests.index.record.making import DOCUMENT, item, newsletter


def test_the_newest_issue_comes_first_and_the_undated_last(record: Record) -> None:
    for number, value in enumerate(["2022-01", None, "2022-01-14", "2023", "2021-12-31"]):
        document = f"{number:010x}"
        record.documents.add(
            newsletter(
                item(document=document),
                document=document,
                issued=Issued(value, "stated" if value else "unknown", ""),
            ),
            "x",
        )
    assert [row.issued for row in record.documents.rows()] == [
        "2023",
        "2022-01-14",
        "2022-01",
        "2021-12-31",
        None,
    ]


def test_the_same_document_is_taken_in_once(record: Record) -> None:
    first, is_new = record.documents.add(newsletter(item(1), item(2)), "x")
    again, is_new_again = record.documents.add(newsletter(item(3), path="/elsewhere"), "y")
    assert (is_new, is_new_again) == (True, False)
    assert again == first
    assert first.items == 2


def test_a_path_that_is_no_utf8_is_kept_as_far_as_it_can_be_shown(record: Record) -> None:
    row, _ = record.documents.add(newsletter(item(), path="/news/caf\udce9.txt"), "x")
    assert row.path == "/news/caf?.txt"


def test_what_a_person_decided_outlives_a_document(record: Record) -> None:
    kept = item(text="The panel meets in March.")
    record.documents.add(newsletter(kept), "x")
    record.meetings.save("Panel")
    record.meetings.bookmark(kept.id, "Panel")
    record.marks.write_note(kept.id, "raise it")
    record.marks.mark_read([kept.id], True)

    record.documents.remove(DOCUMENT)

    (bookmark,) = record.meetings.agenda("Panel")
    assert bookmark.missing
    assert bookmark.text == "The panel meets in March."
    assert bookmark.note == "raise it"
    assert "Care review newsletter" in bookmark.citation.in_words()

    record.documents.add(newsletter(kept), "x")
    (bookmark,) = record.meetings.agenda("Panel")
    assert not bookmark.missing
    assert record.marks.read([kept.id]) == {kept.id}
    assert record.marks.note(kept.id) == "raise it"


def test_an_unknown_document_is_not_found(record: Record) -> None:
    with pytest.raises(NotFoundError):
        record.documents.remove("nothing")
    with pytest.raises(NotFoundError):
        record.documents.newsletter("nothing")
    with pytest.raises(NotFoundError):
        record.documents.replace(newsletter(item()))
