from __future__ import annotations

import pytest

from index.understanding import Understanding
from tests.index.understanding.understood import understood


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Dr Leila Farrow is looking for carers", ("Dr Leila Farrow",)),
        ("Education Minister Baroness Berridge said", ("Baroness Berridge",)),
        ("Gavin Williamson MP gave an update", ("Gavin Williamson MP",)),
        ("Cllr H Vane sent apologies", ("Cllr H Vane",)),
        ("Zebedee Quince, Head of Practice", ("Zebedee Quince",)),
        ("Zebedee Quince tells how it was", ("Zebedee Quince",)),
        ("the deaths of Arthur Labinjo-Hughes and Star Hobson", ("Arthur Labinjo-Hughes",)),
        ("Mary O’Brien’s report", ("Mary O’Brien",)),
        (
            "P. Grady, Tomos Rees-Hall and Q. Fenn\nWe asked",
            ("P. Grady", "Tomos Rees-Hall", "Q. Fenn"),
        ),
        ("Kelly, B., McShane, T. & Orr, D.", ("Kelly, B.", "McShane, T.", "Orr, D.")),
    ],
)
def test_people_are_known_by_the_form_of_their_names(
    understanding: Understanding, text: str, people: tuple[str, ...]
) -> None:
    assert understood(understanding, text).people == people


@pytest.mark.parametrize(
    "text",
    [
        "Family Rights Group is holding a briefing",
        "The Panel thanked everybody",
        "in Victoria Street, on Saturday 4 May",
        "Black History Month",
        "Ann retired",
        "Health Visiting, Early Years",
        "the Youth Justice Board and Corporate Parenting",
    ],
)
def test_bodies_and_places_are_no_people(understanding: Understanding, text: str) -> None:
    assert understood(understanding, text).people == ()
