from __future__ import annotations

from array import array
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from index.search.cutting import Vocabulary, as_array
from index.search.entry import Entry
from index.search.gathering import Gatherer
from index.search.words import terms, words

TEXTS = st.text(alphabet="ab-A.’'(),1 \n\u00a0é", max_size=60) | st.text(max_size=60)


@given(st.lists(TEXTS, max_size=4))
def test_texts_are_cut_into_the_words_and_terms_that_they_have(texts: list[str]) -> None:
    vocabulary = Vocabulary()
    chunks, ends = array("q"), array("q")
    for text in texts:
        chunks.extend(vocabulary.chunks(text))
        ends.append(len(chunks))
    forms, found, counts = vocabulary.read(as_array(chunks), as_array(ends))
    names, known = [*vocabulary.terms], [*vocabulary.forms]
    for number, text in enumerate(texts):
        here = found.texts == number
        pairs = zip(found.numbers[here].tolist(), found.positions[here].tolist(), strict=True)
        wanted = list(words(text))
        assert Counter((names[term], position) for term, position in pairs) == Counter(
            (term.text, term.position) for term in terms(wanted)
        )
        of_text = forms.numbers[forms.texts == number].tolist()
        assert [known[form] for form in of_text] == [word.form for word in wanted]
        assert counts[number] == len(wanted)


def test_words_weigh_what_their_part_does_and_stand_apart_in_it() -> None:
    entry = Entry(id="a", title="Kinship care", text="care, kinship")
    postings = Gatherer().gathered([entry]).postings["words"]
    assert list(postings.terms) == [b"care", b"kinship"]
    assert postings.weights is not None
    assert postings.places is not None
    assert postings.weights.tolist()[0] == postings.weights.tolist()[1] > 2
    assert postings.places.tolist() == [1, 101, 0, 102]
