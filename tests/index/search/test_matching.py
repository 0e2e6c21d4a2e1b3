from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model.days import Days
from index.search.index import SearchIndex
from index.search.known import Context
from index.search.why import matched
from tests.index.search.conftest import Find
from tests.index.search.entries import ENTRIES
from tests.index.search.test_query import PIECES, STATES


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        # words, in whatever form
        ("safeguarding ", {"af-0001"}),
        ("safeguard ", {"af-0001"}),
        ("recruited carer ", {"ae-0001"}),
        ("organization ", {"ai-0001"}),
        ("author ", {"ai-0003"}),
        ("zoe bronte", {"af-0003"}),
        ("CAFE", {"af-0003"}),
        ("partner's ", {"af-0002"}),
        ("日本語", {"ai-0002"}),
        # all of them, wherever they stand
        ("fostering mockingbird", {"ae-0001", "ae-0002"}),
        ("scrutiny vouchers", {"af-0003"}),
        ("the policy of a hospital", {"aa-0003"}),
        # hyphens
        ("email", {"af-0003"}),
        ("e-mail", {"af-0003"}),
        ("on-line", {"af-0001"}),
        ("online", {"af-0001"}),
        ("multi-agency", {"af-0002"}),
        ("multiagency", {"af-0002"}),
        ("partners/missing", {"af-0002"}),
        # phrases
        ('"green paper"', {"ad-0001"}),
        ('"paper green"', set()),
        ('"care leavers aged"', {"ah-0001"}),
        ('"children’s social care"', {"ag-0001"}),
        ('"leadership board the new chair"', set()),
        # operators
        ("kinship -allowances", {"aa-0001"}),
        ("kinship NOT allowances", {"aa-0001"}),
        ("vouchers OR rink", {"af-0003", "ag-0003"}),
        ("(vouchers OR rink) ice", {"ag-0003"}),
        ("vouchers OR -issued:2000..2030", {"af-0003", "ai-0001", "ai-0002"}),
        ("green AND paper", {"ad-0001"}),
        ("NOT NOT vouchers", {"af-0003"}),
        ("-(kind:news OR kind:event) issued:2022-06", {"af-0003", "ah-0002"}),
        # prefixes
        ("kin*", {"aa-0001", "aa-0002", "aa-0003"}),
        ("kins", {"aa-0001", "aa-0002"}),
        ("safeguardi", {"af-0001"}),
        ("title:fost*", {"ae-0001"}),
        ("mockingb", {"ae-0002"}),
        # parts
        ("title:kinship", {"aa-0001"}),
        ("text:kinship ", {"aa-0001", "aa-0002"}),
        ("section:scrutiny", {"af-0003"}),
        ('title:"green paper"', {"ad-0001"}),
        ("org:education", {"aa-0001"}),
        ("person:macalister", {"ag-0001"}),
        ("pledge", {"ah-0002"}),
        ("notes:pledge", {"ah-0002"}),
        ("title:pledge", set()),
        # values
        ("source:lga", {"ab-0003", "ac-0001", "ag-0001"}),
        ('source:"LGA children\'s bulletin"', {"ab-0003", "ac-0001", "ag-0001"}),
        ("source:bulletin -source:school -source:nhs", {"ab-0003", "ac-0001", "ag-0001"}),
        ("source:(nhs OR panel) issued:2022-06", {"af-0003", "ah-0002"}),
        ("kind:minutes", {"af-0003", "ah-0002"}),
        ("kind:MINUTES", {"af-0003", "ah-0002"}),
        ("kind:min", {"af-0003", "ah-0002"}),
        ("kind:min*", {"af-0003", "ah-0002"}),
        ("kind:😀", set()),
        ("source:lg", {"ab-0003", "ac-0001", "ag-0001"}),
        ("topic:kinship-care", {"aa-0001", "aa-0002", "ac-0001"}),
        ("topic:kinship", {"aa-0001", "aa-0002", "ac-0001"}),
        ('topic:"Kinship care"', {"aa-0001", "aa-0002", "ac-0001"}),
        ("topic:policy-and-reform", {"ag-0001"}),
        ("topic:kinship source:lga", {"ac-0001"}),
        ("topic:unclassified kind:letter", set()),
        ("topic:unclassified kind:minutes", {"af-0003"}),
        ("topic:\ud800", set()),
        ("source:\ud800\0", set()),
        ("issued:2022-03", {"ab-0001", "ab-0002"}),
        ("issued:2022-03-01", {"ab-0001"}),
        ("issued:2019..2020", {"aa-0003", "ac-0003", "ai-0003"}),
        ("issued:..2020-06", {"aa-0003", "ai-0003"}),
        ("issued:2023-12-15..", {"aa-0001"}),
        ("issued:unknown", {"ai-0001", "ai-0002"}),
        ("kinship issued:2023", {"aa-0001", "aa-0002"}),
    ],
)
def test_what_a_query_finds(query: str, expected: set[str], find: Find) -> None:
    assert set(find(query)) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("LAC ", {"ab-0001", "ab-0002", "ab-0003"}),
        ("looked after children", {"ab-0001", "ab-0002", "ab-0003"}),
        ("looked-after children", {"ab-0001", "ab-0002", "ab-0003"}),
        ("SGO", {"ac-0001", "ac-0002", "ac-0003"}),
        ("special guardianship order", {"ac-0002", "ac-0003"}),
        ("special guardianship", {"ac-0001", "ac-0002", "ac-0003"}),
        ("CSC", {"ag-0001", "ag-0002"}),
        ("children's social care vacancies", {"ag-0002"}),
        ("mocking bird", {"ae-0001", "ae-0002"}),
        ("mockingbird", {"ae-0001", "ae-0002"}),
        ("mocking-bird", {"ae-0001", "ae-0002"}),
        ("SEND", {"ad-0001", "ad-0003"}),
        ("EHCP", {"ad-0003"}),
        ("independent reviewing officer", {"ah-0002"}),
        ("DfE strategy", {"aa-0001"}),
        ("ASGLB", {"ac-0001"}),
        ("ONS", {"ah-0001"}),
        ("ons", {"ah-0001"}),
    ],
)
def test_the_words_of_the_field_find_each_other(query: str, expected: set[str], find: Find) -> None:
    assert set(find(query)) >= expected
    if query in ("LAC ", "SGO", "CSC", "mockingbird", "SEND", "EHCP", "ONS", "ons"):
        assert set(find(query)) == expected


def test_an_acronym_in_small_letters_means_the_word_as_well(find: Find) -> None:
    assert set(find("send")) == {"ad-0001", "ad-0002", "ad-0003"}
    assert find("send")[-1] == "ad-0002"


def test_in_quotation_marks_words_mean_only_themselves(find: Find) -> None:
    assert find('"LAC"') == ("ab-0001",)
    assert find('"children in care"') == ("ab-0003",)


def test_an_empty_query_finds_everything_newest_first(small_library: SearchIndex) -> None:
    matches = small_library.match("  ")
    assert len(matches.ids) == len(ENTRIES)
    assert matches.ids[:2] == ("aa-0001", "aa-0002")
    assert matches.ids[-2:] == ("ai-0001", "ai-0002")
    assert matches.scores == ()


def test_values_alone_find_newest_first_without_scores(small_library: SearchIndex) -> None:
    matches = small_library.match("topic:kinship")
    assert matches.ids == ("aa-0001", "aa-0002", "ac-0001")
    assert matches.scores == ()


def test_where_nothing_has_all_the_words_some_will_do_and_it_is_said(
    small_library: SearchIndex,
) -> None:
    matches = small_library.match("rink vouchers")
    assert set(matches.ids) == {"ag-0003", "af-0003"}
    assert matches.note == "nothing has all of these words: these items have some of them"


def test_what_was_asked_for_by_sign_is_not_loosened(find: Find) -> None:
    assert find("rink AND vouchers") == ()
    assert find('"rink vouchers"') == ()
    assert find("rink vouchers source:lga") == ()
    assert find("rink vouchers -ice") == ("af-0003",)


@pytest.mark.parametrize("query", ["*", "\0", "😀", "?!", '""', "()", "-"])
def test_a_query_without_a_word_finds_nothing_and_says_so(
    query: str, small_library: SearchIndex
) -> None:
    matches = small_library.match(query)
    assert matches.ids == ()
    assert matches.note == "there is no word in this to search for"


@pytest.mark.parametrize(
    ("query", "corrected"),
    [
        ("kinshp", "kinship"),
        ("safegaurding", "safeguarding"),
        ("kinshp allowances", "kinship allowances"),
        ("title:kinshp", "title:kinship"),
        ("Vouchres OR ice", "vouchers OR ice"),
        ("kinship", None),
        ("kins", None),
        ("xqzzwv", None),
        ("kinshp -kinship", None),
        ('"kinshp allowances', "kinship allowances"),
        ("topic:kinshp-care", "topic:kinship-care"),
        ("Krsh Kandiah", "krish Kandiah"),
        ("organisation:kandia", None),
        ("date:[99 kinshp", "date:[99 kinship"),
    ],
)
def test_another_spelling_is_offered_where_it_finds_something(
    query: str, corrected: str | None, small_library: SearchIndex
) -> None:
    assert small_library.match(query).corrected == corrected
    if corrected is not None:
        assert small_library.match(corrected).ids


class Marked:
    """What a person marked in the small library."""

    names = STATES

    def items(self, field: str, value: str) -> frozenset[str]:
        marked = {
            ("is", "read"): {"aa-0001", "ab-0001"},
            ("has", "note"): {"ah-0002"},
            ("meeting", "panel"): {"aa-0001", "aa-0002"},
        }
        return frozenset(marked.get((field, value), ()))

    def within(self, field: str, days: Days) -> frozenset[str]:
        return frozenset({"ac-0001"} if field == "due" and days.first == date(2022, 3, 1) else ())


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("is:read", {"aa-0001", "ab-0001"}),
        ("kinship is:unread", {"aa-0002"}),
        ("NOT is:unread kinship", {"aa-0001"}),
        ("has:note", {"ah-0002"}),
        ("meeting:panel -is:read", {"aa-0002"}),
        ("meeting:board", set()),
        ("due:this month", {"ac-0001"}),
        ("issued:last month", {"ag-0002"}),
        ("issued:march guidance", {"ab-0002"}),
        ("since:2022-12 events", {"ag-0003"}),
        ("until:2019", {"aa-0003"}),
        # as near as dates can tell
        ("since:2023-12-20", {"aa-0002"}),
        ("issued:2023-12-01..2023-12-20", {"aa-0001"}),
        ("recruiting NEAR north", {"ae-0001"}),
        ("north NEAR recruiting", {"ae-0001"}),
        ("north NEAR/2 recruiting", set()),
        ('"foster carers" NEAR/3 north', {"ae-0001"}),
        ("kinshp~ allowancs~", {"aa-0002"}),
        ("constelation~", {"ae-0002"}),
        # half typed, and past its stem
        ("safeguardi", {"af-0001"}),
        ("constellatin", set()),
        ("photographi", {"ad-0002"}),
    ],
)
def test_what_is_asked_of_the_record_and_of_the_calendar(
    query: str, expected: set[str], small_library: SearchIndex
) -> None:
    context = Context(date(2022, 3, 16), Marked())
    assert set(small_library.match(query, context).ids) == expected


def test_where_filters_leave_nothing_the_query_without_them_is_offered(
    small_library: SearchIndex,
) -> None:
    matches = small_library.match("topic:send issued:2019 kinship")
    assert matches.ids == ()
    assert matches.wider == "kinship"
    assert small_library.match("topic:send issued:2019 xqzzwv").wider is None
    assert small_library.match("topic:kinship-care kinship").wider is None


def test_a_field_that_waits_for_its_value_hides_nothing(small_library: SearchIndex) -> None:
    assert len(small_library.match("topic:").ids) == len(ENTRIES)
    assert small_library.match("kinship topic:").ids == small_library.match("kinship ").ids


def test_synonyms_are_told_apart_from_the_words_themselves(small_library: SearchIndex) -> None:
    (found,) = small_library.match("LAC ").synonyms
    texts = {entry.id: (entry.title, entry.section, entry.text) for entry in ENTRIES}
    assert matched([found], texts["ab-0001"]) == ""
    assert matched([found], texts["ab-0002"]) == "looked-after children"
    assert matched([found], texts["ab-0003"]) == "children in care"
    assert small_library.match('"LAC"').synonyms == ()


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=80))
def test_any_query_is_answered(small_library: SearchIndex, query: str) -> None:
    matches = small_library.match(query)
    assert len(set(matches.ids)) == len(matches.ids)
    assert len(matches.scores) in (0, len(matches.ids))
    assert list(matches.scores) == sorted(matches.scores, reverse=True)


@pytest.mark.parametrize(
    "query",
    ["a* b* c* d* " * 16, "((((" * 1000, "-" * 9000, '"' * 9001, "x" * 1_000_000, "title:" * 900],
)
def test_a_query_made_to_hurt_is_answered(query: str, small_library: SearchIndex) -> None:
    small_library.match(query)
