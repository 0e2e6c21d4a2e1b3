from __future__ import annotations

import pytest

from index.understanding import Understanding
from tests.index.understanding.understood import understood


def organisations(understanding: Understanding, text: str) -> set[str]:
    return set(understood(understanding, text).organisations)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The Office for National Statistics (ONS) says",
            {"Office for National Statistics", "ONS"},
        ),
        ("the DfE’s reply to Ofsted's report", {"DfE", "Ofsted"}),
        ("Leicestershire police have made a film", {"Leicestershire police"}),
        ("at Hazelmere Junior School in Colchester", {"Hazelmere Junior School"}),
        ("the University of Essex history department", {"University of Essex"}),
        (
            "the Education Committee and Luton Borough Council",
            {"Education Committee", "Luton Borough Council"},
        ),
        ("The Head of the Wend Valley Trust wrote", {"Wend Valley Trust"}),
        ("the charity Brightpath told us", {"Brightpath"}),
        ("we met Brightpath, a charity for carers", {"Brightpath"}),
        ("we met Brightpath who deliver the service", {"Brightpath"}),
        ("a course run by Brightpath in May", {"Brightpath"}),
        ("Source: Northern Courier", {"Northern Courier"}),
        ("a letter from XYZA arrived", {"XYZA"}),
        ("Children & Young People Now says", {"Children & Young People Now"}),
        ("the Police and Crime Commissioner", {"Police and Crime Commissioner"}),
        ("the Care Leavers’ Forum told us", {"Care Leavers’ Forum"}),
    ],
)
def test_bodies_are_named_as_they_are_written(
    understanding: Understanding, text: str, names: set[str]
) -> None:
    assert organisations(understanding, text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Become a foster carer. Contact us. Kinship matters.",
        "SEND and EHCP reviews for LAC",
        "PLEASE READ THIS NOTICE BEFORE MAY",
        "The Council met in the Town Hall",
        "Josh MacAlister and Ann McDonald spoke",
        "a course run by Ann Lee",
        "I can help. We unite.",
        "Text DINNER to 60777",
        "The Independent Review of Adoption is out",
        "follow #CouncilsCan or write to AB@example.org",
    ],
)
def test_what_is_no_body_is_not_taken_for_one(understanding: Understanding, text: str) -> None:
    assert organisations(understanding, text) == set()


def test_a_name_that_is_also_a_word_needs_its_place(understanding: Understanding) -> None:
    assert organisations(understanding, "In support of Become, the national charity.") == {"Become"}


def test_each_is_named_once_in_the_order_of_the_text(understanding: Understanding) -> None:
    item = understood(understanding, "NSPCC and Ofsted, then the NSPCC.")
    assert item.organisations == ("NSPCC", "Ofsted")


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("We thank Welsh Women’s Aid for it", "Welsh Women’s Aid"),
        ("Ask Home-Start Marlshire for help", "Home-Start Marlshire"),
        ("Ask Citizens Advice Leeds", "Citizens Advice Leeds"),
        ("the team joins Adopt Western Valleys in July", "Adopt Western Valleys"),
        ("posters from Foster with Marlshire are out", "Foster with Marlshire"),
        ("Article 39 has asked to intervene", "Article 39"),
        ("the Who Cares? Scotland summer camp", "Who Cares? Scotland"),
    ],
)
def test_branches_and_brands_are_named_whole(
    understanding: Understanding, text: str, body: str
) -> None:
    assert organisations(understanding, text) == {body}
