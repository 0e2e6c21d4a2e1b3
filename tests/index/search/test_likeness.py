from __future__ import annotations

import pytest

from index.search.likeness import marks, same_story, telling

KINSHIP = (
    "Family Rights Group is holding a free briefing event on kinship care for lead members of "
    "children’s services in England. The event is an opportunity to hear more about the benefits "
    "of kinship care, including from young people and carers, and to consider how councils can "
    "better explore, promote and support kinship care. It takes place online on 21 April 2021."
)
FUND = (
    "The Department for Education has extended the adoption support fund until March 2025. "
    "Families can apply through their local authority or regional agency, and payments of up to "
    "£5,000 for each child will go on as before. Charities welcomed the news but asked for a "
    "settlement that lasts longer than a year."
)
MEETING = (
    "The next meeting of the corporate parenting panel will be held on Tuesday 12 January at 6pm "
    "in the Council Chamber. Members of the public are welcome to attend. Papers are published on "
    "the website five working days before."
)
EVENING = (
    "Could you foster? Come to our information evening at Leeds Town Hall, meet foster carers who "
    "have been where you are now, and ask our team whatever you like. There is no need to book, "
    "and tea and coffee will be served."
)

REPRINTED = {
    "with other quotation marks, and cut into other lines": (
        KINSHIP,
        KINSHIP.replace("’", "'").replace(" and ", "\nand "),
    ),
    "with a sentence before it": (
        FUND,
        "Good news for adopters this week, which many of our readers have asked us about. " + FUND,
    ),
    "without its last sentence": (FUND, FUND.rpartition(" Charities")[0]),
    "with a few words changed": (
        KINSHIP,
        KINSHIP.replace("is holding", "will hold")
        .replace("an opportunity to hear more", "a chance to hear")
        .replace("how councils can better", "ways for councils to"),
    ),
    "with its sentences edited": (
        FUND,
        FUND.replace("has extended", "announced that it has extended")
        .replace("Families can apply", "Parents may apply")
        .replace("will go on as before", "continue")
        .replace("the news but asked", "this, asking"),
    ),
    "with a name in short": (FUND, FUND.replace("The Department for Education", "DfE")),
    "with a month in short": (KINSHIP, KINSHIP.replace("21 April 2021", "21 Apr 2021")),
    "with a date that the other has not": (
        FUND,
        FUND + " Applications close on 30 June.",
    ),
}

TWO_STORIES = {
    "the meeting of another month": (
        MEETING,
        MEETING.replace("Tuesday 12 January", "Tuesday 9 February"),
    ),
    "another day of the week": (
        MEETING.replace("Tuesday 12 January", "Tuesday"),
        MEETING.replace("Tuesday 12 January", "Thursday"),
    ),
    "another hour": (MEETING, MEETING.replace("6pm", "2pm")),
    "another place": (EVENING, EVENING.replace("Leeds Town Hall", "Otley Civic Centre")),
    "another amount": (FUND, FUND.replace("£5,000", "£2,500")),
    "another year": (FUND, FUND.replace("2025", "2026")),
    "another body": (
        MEETING,
        MEETING.replace("corporate parenting panel", "Schools Forum").replace(
            "Council Chamber", "Guildhall"
        ),
    ),
    "another text": (KINSHIP, FUND),
}


@pytest.mark.parametrize(("one", "other"), REPRINTED.values(), ids=REPRINTED)
def test_a_text_that_is_reprinted_tells_the_same_story(one: str, other: str) -> None:
    first, second = telling("A title", one), telling("As others call it", other)
    assert same_story(first, second)
    assert same_story(second, first)
    assert {*marks(first)} & {*marks(second)}, "they must be found to be compared"


@pytest.mark.parametrize(("one", "other"), TWO_STORIES.values(), ids=TWO_STORIES)
def test_the_same_words_of_something_else_are_two_stories(one: str, other: str) -> None:
    first, second = telling("A title", one), telling("A title", other)
    assert not same_story(first, second)
    assert not same_story(second, first)


def test_days_that_differ_tell_notices_in_the_same_words_apart() -> None:
    notice = MEETING.replace("Tuesday 12 January at 6pm", "Tuesday of next week")
    january = telling("Next meeting", notice, ["2021-01-12"])
    assert same_story(january, telling("Next meeting", notice, ["2021-01-12"]))
    assert same_story(january, telling("Next meeting", notice))
    assert not same_story(january, telling("Next meeting", notice, ["2021-02-09"]))


def test_days_in_titles_tell_notices_in_the_same_words_apart() -> None:
    one, other = (telling(f"Kinship day: {day}", EVENING) for day in ("9 May 2021", "8 May 2022"))
    assert not same_story(one, other)
    assert same_story(one, telling("Kinship day", EVENING))


def test_minutes_record_another_meeting_in_the_same_words() -> None:
    one, other = (telling("Fund", FUND, minutes=True) for _ in range(2))
    assert not same_story(one, other)
    assert same_story(one, telling("Fund", FUND))


def test_a_text_of_a_few_words_is_no_story() -> None:
    short = telling("More", "You can read more about all of this on our website.")
    assert not same_story(short, short)
    assert marks(short) == ()


def test_marks_stay_what_they_are() -> None:
    # they are kept in the record: where the library reckons otherwise, all must be marked anew
    assert marks(telling("", KINSHIP))[:2] == (3457401838, 1876388449)


def test_marks_are_shared_by_few() -> None:
    texts = (KINSHIP, FUND, MEETING, EVENING)
    found = [mark for text in texts for mark in marks(telling("", text))]
    assert len({*found}) == len(found)


def test_hostile_texts_are_compared_as_any() -> None:
    text = "\x00 \ud800 [/b] 😀 ß ǅ ١٢ " * 20
    hostile = telling(text, text)
    assert same_story(hostile, hostile)
    assert not same_story(hostile, telling("", FUND))
    assert marks(hostile)
