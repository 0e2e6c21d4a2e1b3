"""What a person mends goes before the rules, and nothing gets lost by it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import DocumentError
from index.model.documents import Span
from index.model.items import Split
from index.model.mends import Change, Mends
from index.reading.reading import read_bytes
from index.splitting.splitter import Splitter
from tests.index.splitting.test_properties import ANYTHING, lines_of

SPLITTER = Splitter()

PAGE = """\
Home | About us | News

Kinship care

Grandparents who bring up children have asked for an allowance of their own.
The council will answer in May.

Fostering

More foster carers are wanted in the north of the county this year.

Publications

A better start

The report says what nobody had said before about children in care.

Unsubscribe
"""


def split(mends: Mends, text: str = PAGE) -> Split:
    return SPLITTER.split(read_bytes(text.encode(), "a text", None, mends.borders), mends)


def titles(mends: Mends, text: str = PAGE) -> list[str]:
    return [part.title for part in split(mends, text).parts]


def test_the_page_of_these_tests_without_mends() -> None:
    found = split(Mends())
    assert [part.title for part in found.parts] == ["Kinship care", "Fostering", "A better start"]
    assert [each.title for each in found.headings] == ["Publications"]
    assert [each.lines for each in found.furniture] == [Span(1, 1), Span(18, 18)]


def test_an_item_begins_where_a_person_says() -> None:
    parts = split(Mends(breaks=frozenset({6}))).parts
    assert [part.title for part in parts][:2] == ["Kinship care", "The council will answer in May"]
    assert parts[0].text.endswith("an allowance of their own.")
    assert parts[1].title_derived
    assert parts[1].why == "set by hand"


def test_what_has_the_form_of_a_heading_is_the_heading_of_the_new_item() -> None:
    text = "Fostering\n\nMore carers are wanted.\nKinship, too\nGrandparents want an allowance.\n"
    part = split(Mends(breaks=frozenset({4})), text).parts[-1]
    assert (part.title, part.text) == ("Kinship, too", "Grandparents want an allowance.")
    assert not part.title_derived


def test_a_paragraph_broken_at_a_column_can_be_split_within() -> None:
    lines = [
        "The first of these lines is as wide as the column in which it is set",
        "and the second goes on with the very same sentence until it is at an",
        "end here. Another matter altogether begins on this line and goes on,",
        "as the one before did, until the end of what there is to say of it..",
    ]
    text = "News\n\n" + "\n".join(lines) + "\n"
    assert len(split(Mends(), text).parts) == 1
    parts = split(Mends(breaks=frozenset({5})), text).parts
    assert [part.lines for part in parts] == [Span(1, 4), Span(5, 6)]


def test_joined_items_are_one_and_the_heading_between_is_text() -> None:
    parts = split(Mends(joins=frozenset({8}))).parts
    assert [part.title for part in parts] == ["Kinship care", "A better start"]
    assert parts[0].text.split("\n")[2:] == [
        "Fostering",
        "More foster carers are wanted in the north of the county this year.",
    ]
    assert parts[0].lines == Span(3, 10)


def test_a_section_between_joined_items_is_text_too() -> None:
    found = split(Mends(joins=frozenset({14})))
    assert [part.title for part in found.parts] == ["Kinship care", "Fostering"]
    assert found.headings == ()
    assert "Publications\nA better start\nThe report" in found.parts[1].text


def test_furniture_by_hand_is_in_no_item() -> None:
    found = split(Mends(furniture=frozenset({6})))
    assert "The council" not in found.parts[0].text
    assert [(each.lines, each.why) for each in found.furniture][1] == (Span(6, 6), "set by hand")


def test_an_item_that_loses_its_heading_is_not_given_to_the_one_above() -> None:
    assert titles(Mends(furniture=frozenset({8}))) == [
        "Kinship care",
        "More foster carers are wanted in the north of the county this year",
        "A better start",
    ]


def test_an_item_that_loses_its_section_is_not_given_to_the_one_above() -> None:
    found = split(Mends(furniture=frozenset({12})))
    assert [part.lines for part in found.parts] == [part.lines for part in split(Mends()).parts]
    assert found.parts[-1].section == ""


def test_all_of_an_item_can_be_furniture() -> None:
    assert titles(Mends(furniture=frozenset({8, 10}))) == ["Kinship care", "A better start"]


def test_content_by_hand_is_an_item_of_its_own_between_items() -> None:
    assert titles(Mends(content=frozenset({18}))) == [*titles(Mends()), "Unsubscribe"]


def test_content_by_hand_within_an_item_is_a_part_of_it() -> None:
    text = (
        "Kinship care\n\nGrandparents ask for an allowance.\n\nSkip to content\n\n"
        "The council will answer in May.\n"
    )
    assert [each.lines for each in split(Mends(), text).furniture] == [Span(5, 5)]
    (part,) = split(Mends(content=frozenset({5})), text).parts
    assert "Skip to content" in part.text


def test_several_lines_of_content_are_one_item() -> None:
    text = PAGE + "\nShare this page\n"
    assert [each.lines for each in split(Mends(), text).furniture][1:] == [
        Span(18, 18),
        Span(20, 20),
    ]
    assert len(titles(Mends(content=frozenset({18, 20})), text)) == len(titles(Mends(), text)) + 1


def test_what_was_said_of_an_item_holds_it_together() -> None:
    said = Mends(changes={10: Change(title="A title")})
    assert [part.lines for part in split(said).parts][1:3] == [Span(8, 8), Span(10, 10)]


_NUMBERS = st.frozensets(st.integers(-1, 45), max_size=8)
_MENDS = st.builds(
    Mends,
    breaks=_NUMBERS,
    joins=_NUMBERS,
    furniture=_NUMBERS,
    content=_NUMBERS,
    changes=st.dictionaries(st.integers(1, 45), st.just(Change(title="x")), max_size=3),
)


@given(ANYTHING, _MENDS)
@settings(max_examples=100)
def test_whatever_is_mended_every_line_is_in_exactly_one_place(text: str, mends: Mends) -> None:
    try:
        document = read_bytes(text.encode("utf-8", "surrogatepass"), "a text", None, mends.borders)
    except DocumentError:
        return
    found = SPLITTER.split(document, mends)
    wanted = [
        number
        for block in document.blocks
        if block.lines
        for number in range(block.lines.first, block.lines.last + 1)
    ]
    assert found.parts
    assert set(wanted) <= set(lines_of(found))
    counted = sorted(number for number in lines_of(found) if number in set(wanted))
    assert counted == sorted(wanted)
    for part in found.parts:
        assert part.title.strip()
        assert part.why


@given(ANYTHING, _MENDS)
@settings(max_examples=60)
def test_furniture_by_hand_is_searched_nowhere(text: str, mends: Mends) -> None:
    try:
        document = read_bytes(text.encode("utf-8", "surrogatepass"), "a text", None, mends.borders)
    except DocumentError:
        return
    found = SPLITTER.split(document, mends)
    apart = {each.lines for each in found.furniture}
    if apart:
        for block in document.blocks:
            if block.lines and block.lines.first in mends.furniture:
                assert block.lines in apart
