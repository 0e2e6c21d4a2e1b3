"""Mending through the library's door: what a person says of a document holds, and can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index import Library
from index.errors import InvalidInputError, NotFoundError
from index.model.documents import Span
from index.model.items import FoundDate, Kind
from index.model.mends import NO_DATE, Change, Former
from index.model.pages import LineRole
from tests.index.mended import NEWSLETTER, found, ids, marked, opened, page, titles


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with opened(tmp_path) as made:
        yield made


def test_the_whole_page_has_every_line_with_what_it_is(library: Library) -> None:
    whole = page(library)
    assert [line.text for line in whole.lines] == NEWSLETTER.split("\n")
    assert [whole.lines[number - 1].role for number in (1, 2, 3)] == [
        LineRole.FURNITURE,
        LineRole.BLANK,
        LineRole.ITEM,
    ]
    assert whole.lines[0].why
    kinship = whole.item_at(4)
    assert kinship is not None
    assert (kinship.title, whole.item_at(1)) == ("Kinship care", None)


def test_the_whole_page_is_safe_to_show(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text("A title\x1b]0;x\x07\n\n\u202eA text [/b] with \x1b[31m colours in it.\n")
    (row,) = library.add([path]).documents
    text = "".join(line.text for line in library.page(row.id).lines)
    assert not {"\x1b", "\x07", "\u202e"} & set(text)


def test_joined_items_are_one_and_are_found_as_one(library: Library) -> None:
    first, *_ = ids(library)
    library.join_with_next(first)
    assert titles(library) == ["Kinship care", "A survey for young people"]
    assert found(library, "grandparents north") == ["Kinship care"]
    assert library.search().total == 2


def test_the_last_item_has_nothing_to_be_joined_with(library: Library) -> None:
    with pytest.raises(InvalidInputError, match="last item"):
        library.join_with_next(ids(library)[-1])


def test_an_item_is_split_at_a_line(library: Library) -> None:
    library.split_at(page(library).document, 6)
    assert titles(library)[:2] == ["Kinship care", "The council will answer in May"]
    assert found(library, "council") == ["The council will answer in May"]


def test_no_item_begins_at_an_empty_line_or_where_one_begins(library: Library) -> None:
    before = page(library)
    for line in (0, 2, 3, 999):
        with pytest.raises(InvalidInputError):
            library.split_at(before.document, line)
        assert page(library) == before, line


def test_an_item_that_begins_in_furniture_is_content(library: Library) -> None:
    library.split_at(page(library).document, 16)
    assert titles(library)[-1] == "Unsubscribe"


def test_furniture_leaves_the_search_and_content_enters_it(library: Library) -> None:
    document = page(library).document
    assert found(library, "zymurgy")
    assert not found(library, "unsubscribe")
    library.set_furniture(document, Span(14, 14), furniture=True)
    library.set_furniture(document, Span(16, 16), furniture=False)
    assert not found(library, "zymurgy")
    assert found(library, "unsubscribe") == ["Unsubscribe"]
    whole = page(library)
    assert (whole.lines[13].role, whole.lines[13].why) == (LineRole.FURNITURE, "set by hand")


def test_what_is_furniture_by_hand_can_be_content_again(library: Library) -> None:
    before = page(library)
    library.set_furniture(before.document, Span(8, 10), furniture=True)
    assert "Fostering" not in titles(library)
    library.set_furniture(before.document, Span(8, 10), furniture=False)
    assert page(library).items == before.items


def test_not_all_of_a_document_is_furniture(library: Library) -> None:
    whole = page(library)
    with pytest.raises(InvalidInputError, match="at least one item"):
        library.set_furniture(whole.document, Span(1, len(whole.lines)), furniture=True)
    assert page(library) == whole


def test_what_a_person_says_of_an_item_is_what_it_is(library: Library) -> None:
    _, fostering, _ = ids(library)
    said = Change("Carers wanted", Kind.CONSULTATION, ("adoption", "funding"), "2022-05-03")
    library.change(fostering, said)
    item = library.item(fostering)
    assert (item.title, item.kind) == ("Carers wanted", Kind.CONSULTATION)
    assert [topic.slug for topic in item.topics] == ["adoption", "funding"]
    assert {topic.terms for topic in item.topics} == {("set by hand",)}
    assert FoundDate("3 May 2022", "2022-05-03", None, "deadline") in item.dates
    assert "no closing date stated" not in item.gaps
    assert found(library, "topic:adoption") == ["Carers wanted"]
    assert [dated.start for dated in library.dates()] == ["2022-05-03"]


def test_a_survey_is_given_its_closing_date_or_has_none(library: Library) -> None:
    survey = ids(library)[-1]
    assert library.item(survey).gaps == ("no closing date stated",)
    library.change(survey, Change(date="2022-05-03"))
    assert library.item(survey).gaps == ()
    library.change(survey, Change(date=NO_DATE))
    assert [dated.item for dated in library.dates()] == []
    library.change(survey, Change(kind=Kind.NEWS))
    assert library.item(survey).gaps == ()


def test_an_empty_change_takes_back_what_was_said(library: Library) -> None:
    before = page(library)
    for each in ids(library):
        library.change(each, Change(title="Something else", topics=()))
        library.change(each, Change())
    assert page(library) == before


def test_what_cannot_be_said_of_an_item(library: Library) -> None:
    before = page(library)
    for change in (
        Change(title="  "),
        Change(title="long " * 100),
        Change(topics=("no-such-topic",)),
        Change(topics=("unclassified",)),
        Change(date="31/02/2022"),
        Change(date="2022-02-31"),
    ):
        with pytest.raises(InvalidInputError):
            library.change(ids(library)[0], change)
        assert page(library) == before, change


def test_a_title_by_hand_is_clean(library: Library) -> None:
    first = ids(library)[0]
    library.change(first, Change(title="a\x1b[31m red\u202e title\n"))
    assert library.item(first).title == "a[31m red title"


def test_the_issue_date_by_hand(library: Library) -> None:
    document = page(library).document
    former = library.set_issued(document, "2022-01")
    (row,) = library.documents()
    assert (row.issued, row.known, row.evidence) == ("2022-01", "stated", "set by hand")
    assert found(library, "issued:2022")
    library.take_back(former)
    assert library.documents()[0].known != "stated"
    with pytest.raises(InvalidInputError):
        library.set_issued(document, "2022-13")


def test_marks_follow_what_is_mended(library: Library) -> None:
    first, *_ = marked(library)
    library.join_with_next(first)
    joined = ids(library)[0]
    (bookmark,) = library.agenda("Panel")
    assert (bookmark.item, bookmark.missing) == (joined, False)
    assert "More foster carers" in bookmark.text
    assert library.read([joined]) == {joined}
    assert library.note(joined).count("a note on") == 2


def test_what_begins_where_it_began_keeps_its_id(library: Library) -> None:
    first, second, third = ids(library)
    library.split_at(page(library).document, 6)
    assert ids(library)[0] == first
    library.join_with_next(first)
    library.join_with_next(first)
    assert ids(library) == [first, third]
    assert second not in ids(library)


def test_undoing_brings_everything_back(library: Library) -> None:
    items = marked(library)
    before, agenda = page(library), library.agenda("Panel")
    formers = [library.join_with_next(items[0])]
    formers.append(library.split_at(before.document, 6))
    formers.append(library.set_furniture(before.document, Span(14, 14), furniture=True))
    formers.append(library.change(ids(library)[0], Change(title="Another title")))
    assert page(library).items != before.items
    for former in reversed(formers):
        library.take_back(former)
    assert page(library) == before
    assert library.agenda("Panel") == agenda
    assert library.read(items) == {items[1]}
    assert found(library, "zymurgy") == ["A survey for young people"]


def test_undoing_loses_no_mark_that_was_made_since(library: Library) -> None:
    first, second, third = marked(library)
    former = library.join_with_next(first)
    library.bookmark(third, "Panel")
    library.write_note(third, "asked since")
    library.remove_bookmark(first, "Panel")
    library.take_back(former)
    assert ids(library) == [first, second, third]
    assert third in [bookmark.item for bookmark in library.agenda("Panel")]
    assert library.note(third) == "asked since"
    assert library.note(second) == f"a note on {second}"


def test_what_is_not_there_cannot_be_mended(library: Library) -> None:
    with pytest.raises(NotFoundError):
        library.page("0000000000")
    with pytest.raises(NotFoundError):
        library.split_at("0000000000", 1)
    with pytest.raises(NotFoundError):
        library.change("0000000000-000000", Change(title="x"))


_PAGES = st.lists(
    st.sampled_from(
        [
            "",
            "Skip to content",
            "Publications",
            "Kinship care",
            "1. Apologies",
            "• a bullet about foster carers",
            "Grandparents who bring up children have asked for an allowance of their own.",
            "A survey closes on 3 May 2022, and the county would like to hear from you.",
            "[/b] [@click=app.quit]x[/]",
            "Unsubscribe",
        ]
    ),
    min_size=3,
    max_size=20,
).filter(any)
_DOING = st.lists(
    st.tuples(st.sampled_from(["join", "split", "out", "in", "say"]), st.integers(1, 20)),
    max_size=5,
)


def done(library: Library, document: str, what: str, line: int) -> Former:
    whole = library.page(document)
    item = whole.item_at(line) or whole.items[0]
    match what:
        case "join":
            return library.join_with_next(item.id)
        case "split":
            return library.split_at(document, line)
        case "say":
            return library.change(item.id, Change(title="Said by hand", date="2022-05-03"))
        case _:
            return library.set_furniture(document, Span(line, line + 1), furniture=what == "out")


@given(_PAGES, _DOING)
@settings(
    max_examples=20,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_whatever_is_mended_can_be_read_anew_and_taken_back(
    library: Library, tmp_path: Path, lines: list[str], doing: list[tuple[str, int]]
) -> None:
    path = tmp_path / "page.txt"
    path.write_text("\n".join(lines))
    outcome = library.add([path])
    (row,) = (*outcome.documents, *outcome.known)
    before = library.page(row.id)
    library.mark_read([before.items[-1].id])
    marks = library.read([item.id for item in before.items])
    formers = []
    for what, line in doing:
        with suppress(InvalidInputError):
            formers.append(done(library, row.id, what, line))
    mended = library.page(row.id)
    library.take_back(library.set_issued(row.id, "2022"))
    assert library.page(row.id) == mended
    for former in reversed(formers):
        library.take_back(former)
    assert library.page(row.id) == before
    assert library.read([item.id for item in before.items]) == marks
