from __future__ import annotations

import pytest

from index.understanding.acronyms import expansions, glossary


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Office for National Statistics (ONS)", {"ONS": "Office for National Statistics"}),
        ("children’s social care (CSC) staff", {"CSC": "children’s social care"}),
        ("the Department for Education (DfE)", {"DfE": "Department for Education"}),
        ("low-income families (see Annex A)", {}),
        ("we met on a Monday (TBC)", {}),
    ],
)
def test_an_acronym_is_written_out_before_its_brackets(text: str, found: dict[str, str]) -> None:
    assert expansions(text) == found


def test_the_glossary_knows_the_field() -> None:
    assert glossary()["SEND"] == "special educational needs and disabilities"
