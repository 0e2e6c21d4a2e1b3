from __future__ import annotations

from index.record import named
from index.record.record import Record
from tests.index.record.making import item, newsletter

BECOME, OFSTED = "Become", "Ofsted"


def test_names_of_the_most_items_come_first_and_follow_what_the_record_has(record: Record) -> None:
    assert record.named.organisations() == record.named.people() == ()
    first = newsletter(
        item(1, organisations=(OFSTED, BECOME), people=("Josh MacAlister",)),
        item(2, organisations=(OFSTED,)),
        item(3),
    )
    record.documents.add(first, "first")
    assert record.named.organisations() == (OFSTED, BECOME)
    assert record.named.people() == ("Josh MacAlister",)
    other = "9876543210"
    more = (item(number, document=other, organisations=(BECOME,)) for number in range(2))
    record.documents.add(newsletter(*more, document=other), "second")
    assert record.named.organisations() == (BECOME, OFSTED)


def test_of_very_many_names_those_of_one_item_are_left_out(record: Record) -> None:
    each_once = tuple(f"Body {number:05}" for number in range(named.MOST + 100))
    record.documents.add(
        newsletter(item(1, organisations=each_once), item(2, organisations=each_once[-1:])), "name"
    )
    names = record.named.organisations()
    assert len(names) == named.MOST
    assert names[:2] == (each_once[-1], each_once[0])
