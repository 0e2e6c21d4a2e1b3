from __future__ import annotations

from index.understanding.phrases import Lexicon
from index.understanding.words import Words


def found(phrases: list[str], text: str) -> list[str]:
    lexicon = Lexicon()
    asked = lexicon.phrases((phrase, phrase) for phrase in phrases)
    return [values[0] for _, _, values in asked.among(lexicon.find(Words.of(text)))]


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
    lexicon = Lexicon()
    topics = ("participation", "children-in-care")
    asked = lexicon.phrases(("care council", topic) for topic in topics)
    assert asked.among(lexicon.find(Words.of("the care council"))) == [(1, 2, topics)]


def test_every_question_finds_its_own_phrases() -> None:
    lexicon = Lexicon()
    one = lexicon.phrases([("care", 1), ("care council", 2)])
    other = lexicon.phrases([("care", 3), ("council", 4)])
    nothing = lexicon.phrases([("school", 5)])
    finds = lexicon.find(Words.of("the care council"))
    assert one.among(finds) == [(1, 2, (2,))]
    assert other.among(finds) == [(1, 1, (3,)), (2, 2, (4,))]
    assert nothing.among(finds) == []


def test_words_in_another_sense_say_nothing_and_nothing_shorter_is_found_in_them() -> None:
    lexicon = Lexicon()
    asked = lexicon.phrases([("foster", 1), ("love", 2)], other_senses=["foster a love of"])
    assert asked.among(lexicon.find(Words.of("we foster a love of pets"))) == [(1, 4, ())]
    assert asked.among(lexicon.find(Words.of("we foster"))) == [(1, 1, (1,))]


def test_one_spelling_of_a_phrase_may_have_another_sense() -> None:
    lexicon = Lexicon()
    asked = lexicon.phrases([("child abuse review", 1)], other_senses=["Child Abuse Review"])
    journal, review = "in Child Abuse Review", "a child abuse review"
    assert asked.among(lexicon.find(Words.of(journal))) == [(1, 3, ())]
    assert asked.among(lexicon.find(Words.of(review))) == [(1, 3, (1,))]
