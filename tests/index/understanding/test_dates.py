from __future__ import annotations

import pytest

from index.understanding import Understanding
from tests.index.understanding.understood import understood


def dates(understanding: Understanding, text: str, issued: str | None = None) -> list[str]:
    item = understood(understanding, text, issued=issued)
    return [date.start + (f"/{date.end}" if date.end else "") for date in item.dates]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Thursday 3rd February 2022 (6.30-7.30pm)", "2022-02-03T18:30/2022-02-03T19:30"),
        ("4 February 2021, 2.00pm – 4.50pm", "2021-02-04T14:00/2021-02-04T16:50"),
        ("from 10am to noon on 9 May 2023", "2023-05-09T10:00/2023-05-09T12:00"),
        ("February 26,2015", "2015-02-26"),
        ("9 May 2023, 12 noon to 2pm", "2023-05-09T12:00/2023-05-09T14:00"),
        ("9 May 2023, 10am to 12 midday", "2023-05-09T10:00/2023-05-09T12:00"),
        ("9 May 2023 at the Civic Centre from 10am", "2023-05-09T10:00"),
        ("Date: 3 February 2022\nTime: 18:30", "2022-02-03T18:30"),
        ("3/2/22", "2022-02-03"),
        ("03.02.2022", "2022-02-03"),
        ("2022-02-03", "2022-02-03"),
        ("3rd of Feb. 2022", "2022-02-03"),
        ("February 3, 2022", "2022-02-03"),
        ("Sat 9 July ’22", "2022-07-09"),
        ("3-5 May 2021", "2021-05-03/2021-05-05"),
        ("28 February to 4 March 2022", "2022-02-28/2022-03-04"),
        ("30 December – 2 January 2023", "2022-12-30/2023-01-02"),
        ("October 2022", "2022-10"),
        ("March to May 2022", "2022-03/2022-05"),
        ("between March 2020 and June 2021", "2020-03/2021-06"),
        ("Spring 2021", "2021-03/2021-05"),
        ("Winter 2021", "2021-12/2022-02"),
        ("Black History Month 2022", "2022-10"),
        ("Safer Internet Day 2023", "2023-02-07"),
    ],
)
def test_a_date_is_read_to_the_precision_that_it_has(
    understanding: Understanding, text: str, iso: str
) -> None:
    assert dates(understanding, f"It is {text}.") == [iso]


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("5 March to May 2022", ["2022-03-05", "2022-05"]),
        ("5 December until May 2022", ["2021-12-05", "2022-05"]),
    ],
)
def test_a_day_and_a_month_are_no_span_but_share_the_year(
    understanding: Understanding, text: str, isos: list[str]
) -> None:
    assert dates(understanding, f"It is on from {text}.", "2022-11-14") == isos


def test_each_day_of_a_list_is_a_date(understanding: Understanding) -> None:
    text = "Meetings on 3, 10 and 17 May 2022, and on 12 June and 14 July 2022"
    assert [day[:10] for day in dates(understanding, text)] == [
        "2022-05-03",
        "2022-05-10",
        "2022-05-17",
        "2022-06-12",
        "2022-07-14",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "minute 95/20",
        "on 31/02/2022",
        "on 99/99/99",
        "31 June 2022",
        "tel 020 7946 0958",
        "for £3.50 or £12",
        "ISBN 978-1-4473-2345-6",
        "the Children Act 1989",
        "Keeping Children Safe in Education 2023",
        "in 2021/22",
        "paragraph 3.2.10",
        "Theresa May said",
        "up to 5 may apply",
        "we march on",
        "in 2020",
        "on Thursdays",
        "Issue 22",
        "version 1.2.3",
    ],
)
def test_what_is_no_date_gives_none(understanding: Understanding, text: str) -> None:
    assert dates(understanding, f"It is {text}.", "2022-05-03") == []


@pytest.mark.parametrize(
    ("text", "issued", "iso"),
    [
        ("on 21 April", "2021-01", "2021-04-21"),
        ("on 24 November", "2021-01-15", "2020-11-24"),
        ("on 5 January", "2021-11", "2022-01-05"),
        # only in 2018 was it a Thursday: a weekday outweighs nearness
        ("on Thursday 8 March", "2017-06-01", "2018-03-08"),
        ("in September", "2021-07", "2021-09"),
        ("by the end of March", "2022-12-01", "2023-03"),
        ("on Thursday 3rd", "2022-01-20", "2022-02-03"),
        ("next Monday", "2022-01-20", "2022-01-24"),
        ("next Monday", "2022-01-24", "2022-01-31"),
        ("last Friday", "2022-01-20", "2022-01-14"),
        ("on Friday", "2022-01-20", "2022-01-21"),
        ("tomorrow", "2022-01-31", "2022-02-01"),
        ("yesterday", "2022-01-01", "2021-12-31"),
        ("next week", "2022-01-20", "2022-01-24/2022-01-30"),
        ("next month", "2021-12", "2022-01"),
        ("this summer", "2021-01", "2021-06/2021-08"),
        ("in the spring", "2022-10", "2023-03/2023-05"),
        ("next winter", "2022-10", "2022-12/2023-02"),
    ],
)
def test_what_a_date_leaves_out_is_taken_from_the_issue_date(
    understanding: Understanding, text: str, issued: str, iso: str
) -> None:
    assert dates(understanding, f"We meet {text}, they say", issued) == [iso]


@pytest.mark.parametrize("text", ["on 21 April", "next Monday", "in the spring", "in May"])
def test_unknown_is_allowed_and_wrong_is_not(understanding: Understanding, text: str) -> None:
    assert dates(understanding, f"We meet {text}.") == []


@pytest.mark.parametrize("text", ["next Monday", "next week", "tomorrow"])
def test_a_month_is_too_vague_for_a_day(understanding: Understanding, text: str) -> None:
    assert dates(understanding, f"We meet {text}.", "2022-01") == []


def test_an_occasion_places_the_day_beside_it(understanding: Understanding) -> None:
    text = "Part of children’s mental health week, beginning next Monday."
    assert dates(understanding, text, "2021-01") == ["2021-02-01"]


def test_an_item_with_a_year_lends_it_to_its_other_dates(understanding: Understanding) -> None:
    text = "The course is on 5 March 2019. Book by 20 February."
    assert dates(understanding, text) == ["2019-03-05", "2019-02-20"]


def test_a_day_is_given_once_with_its_time(understanding: Understanding) -> None:
    item = understood(understanding, "Come on 4 May at 2pm.", "Fair: 4 May 2022")
    assert [date.start for date in item.dates] == ["2022-05-04T14:00"]


def test_a_month_gives_way_to_its_days(understanding: Understanding) -> None:
    assert dates(understanding, "In July: 7 July and 15 July 2020.") == ["2020-07-07", "2020-07-15"]


def test_the_time_at_the_end_of_a_line_belongs_to_that_line(understanding: Understanding) -> None:
    text = "Friday 24 May 2019 – School closes, 3.15pm\nMonday 3 June 2019 – School opens, 8.45am"
    assert dates(understanding, text) == ["2019-05-24T15:15", "2019-06-03T08:45"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Please reply by noon on Friday 4 February 2022.", "deadline"),
        ("The consultation closes on 4 February 2022.", "deadline"),
        ("Apply before the end of March 2022.", "deadline"),
        ("Please register by Christmas.", "deadline"),
        ("The guide was published on 4 February 2022.", "published"),
        ("The fair takes place on 4 February 2022.", "event"),
        ("4 February 2022, 2pm", "event"),
        ("Inspectors came on 4 February 2022.", "mentioned"),
        ("Led by Ann Lee. They met her on 4 February 2022.", "mentioned"),
    ],
)
def test_the_words_round_a_date_say_what_it_is(
    understanding: Understanding, text: str, what: str
) -> None:
    (date,) = understood(understanding, text, issued="2022-03-01").dates
    assert date.what == what


def test_a_day_to_come_is_an_event(understanding: Understanding) -> None:
    (date,) = understood(understanding, "Ann Lee leaves on 4 May.", issued="2022-03-01").dates
    assert date.what == "event"


def test_a_date_is_quoted_as_it_is_written(understanding: Understanding) -> None:
    (date,) = understood(understanding, "See you on Sat. 9th July 2022, 2pm.").dates
    assert date.text == "Sat. 9th July 2022, 2pm"


@pytest.mark.parametrize(
    ("text", "issued", "isos"),
    [
        ("The final report was published in May.", "2022-10", ["2022-05"]),
        ("The place can’t be filled by April.", "2022-06-10", ["2023-04"]),
        ("We got the call on Monday.", "2023-09-15", ["2023-09-11"]),
        ("On Monday we will hear more.", "2023-09-15", ["2023-09-18"]),
        ("It comes before the end of this year.", "2022-10", ["2022-12"]),
        ("“I know the feeling on Sunday night,” he said.", "2022-10-05", []),
        ("Sent in until 7 Febru-ary 2023 please.", "2022-12", ["2023-02-07"]),
        ("We sit on 20/9, 18/10 and 15/11.", "2023-09", ["2023-09-20", "2023-10-18", "2023-11-15"]),
        ("Half of them, 1/2, work 24/7 on minute 95/20.", "2023-09", []),
        ("Level 3: 25 April 2023, 9.30 - 4.30", "2023", ["2023-04-25T09:30/2023-04-25T16:30"]),
        ("Level 3: 25 April 2023, 1.00 - 3.00", "2023", ["2023-04-25T13:00/2023-04-25T15:00"]),
        ("25 April 2023, 10:00 - 01:00", "2023", ["2023-04-25T10:00/2023-04-25T13:00"]),
        (
            "Wed 22 June  Coffee morning 9am\nTues 28 June  Sports Day",
            "2022-06",
            ["2022-06-22T09:00", "2022-06-28"],
        ),
    ],
)
def test_tense_and_form_tell_what_a_date_means(
    understanding: Understanding, text: str, issued: str, isos: list[str]
) -> None:
    assert dates(understanding, text, issued) == isos
