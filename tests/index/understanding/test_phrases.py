from __future__ import annotations

from index.understanding.phrases import Phrases
from index.understanding.words import Words


def found(phrases: list[str], text: str) -> list[str]:
    words = Words.of(text)
    return [match.values[0] for match in Phrases((p, p) for p in phrases).find(words)]


def test_a_phrase_is_found_in_any_case_and_number() -> None:
    assert found(["foster carer"], "Two FOSTER CARERS’ stories") == ["foster carer"]


def test_a_phrase_with_a_capital_is_found_only_as_it_is_written() -> None:
    assert found(["SEND"], "Please send this on. The SEND review. SEND's future") == [
        "SEND",
        "SEND",
    ]


def test_the_longest_phrase_wins() -> None:
    phrases = ["care", "care review", "foster care review"]
    assert found(phrases, "a foster care review of care") == ["foster care review", "care"]


def test_a_longer_phrase_that_breaks_off_leaves_the_shorter() -> None:
    assert found(["care", "care review board"], "the care review said") == ["care"]


def test_no_phrase_goes_over_the_end_of_a_sentence_or_a_line() -> None:
    assert found(["care leavers"], "They care. Leavers say so.\nCare\nleavers") == []


def test_one_phrase_may_say_several_things() -> None:
    phrases = Phrases([("care council", "participation"), ("care council", "children-in-care")])
    (match,) = phrases.find(Words.of("the care council"))
    assert set(match.values) == {"participation", "children-in-care"}
