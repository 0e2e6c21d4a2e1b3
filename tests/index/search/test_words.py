from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search.words import stem, terms, words


def stems(text: str) -> list[str]:
    return [stem(word.form) for word in words(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("children's", "childrens"),
        ("children’s", "children"),
        ("carers'", "carer"),
        ("fostering", "fosters"),
        ("Zoë", "zoe"),
        ("cafe\u0301", "café"),
        ("organisation", "organization"),
        ("recognised", "recognizing"),
        ("analysed", "analyzing"),
        ("analysis", "analyses"),
        ("crises", "crisis"),
        ("behaviour", "behavioral"),
        ("a programme", "a program"),
        ("centres", "center"),
        ("practising", "practice"),
        ("judgement", "judgments"),
        ("paediatric", "pediatrics"),
        ("referral", "referred"),
        ("safer", "safety"),
        ("excluded", "exclusion"),
        ("advocates", "advocacy"),
        ("criteria", "criterion"),
        ("78,000", "78000"),
        ("safe\u00adguarding", "safeguarding"),
        ("LABINJO", "Labinjo"),
        ("ﬁnance", "finance"),
    ],
)
def test_the_same_word_in_other_clothes(one: str, other: str) -> None:
    assert stems(one) == stems(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("authority", "author"),
        ("careful", "care"),
        ("career", "care"),
        ("news", "new"),
        ("generation", "general"),
        ("informal", "inform"),
        ("hour", "hors"),
        ("course", "corse"),
        ("ONS", "on"),
    ],
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert stems(one) != stems(other)


def test_a_word_in_capitals_is_known_as_an_acronym_in_its_plural_too() -> None:
    assert [word.acronym for word in words("SGOs, the SGO’s and Sgo, S20 and A")] == [
        "SGO",
        "",
        "SGO",
        "",
        "",
        "",
        "",
        "",
    ]


def test_a_hyphened_word_is_also_one_word() -> None:
    found = {(term.text, term.position) for term in terms(words("an e-mail today"))}
    assert found == {("an", 0), ("e", 1), ("mail", 2), ("email", 1), ("todai", 3)}


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/a/xyzzy?q=1", []),
        ("/rec/share/dVtMbZsw-6ja4-BBQJ-Sz_E4?to=be-or-not", []),
        ("/uk/make-your-mark", ["make", "your", "mark"]),
        ("/y2022/lets-do_more-2.html).", ["let", "do", "more", "2"]),
        ("/4f-care-leavers,", []),
    ],
)
def test_of_an_address_the_host_is_words_and_what_it_says(path: str, found: list[str]) -> None:
    host = ["see", "www", "gov", "uk"]
    assert stems(f"see https://www.gov.uk{path} now") == [*host, *found, "now"]


def test_words_of_an_address_stand_where_they_say() -> None:
    text = "(https://example.org/news/split-up-in-care/)"
    assert [text[word.start : word.end] for word in words(text)][2:] == [
        "split",
        "up",
        "in",
        "care",
    ]


@given(st.text())
def test_words_stand_where_they_say(text: str) -> None:
    before = 0
    for word in words(text):
        assert before <= word.start < word.end <= len(text)
        assert word.form
        assert not text[word.start : word.end].isspace()
        before = word.end


@given(st.text(alphabet="ab-'’\u00ad\u0301,1 .", max_size=60))
def test_terms_have_the_positions_of_their_words(text: str) -> None:
    found = list(words(text))
    assert {term.position for term in terms(found)} == set(range(len(found)))


def test_a_text_that_is_one_long_word_takes_no_time() -> None:
    (word,) = words("a'" * 200_000 + "a")
    assert word.end == 400_001
