from __future__ import annotations

import pytest

from tui.commands import COMMANDS
from tui.key_names import shown, shown_all


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("slash", "/"),
        ("question_mark", "?"),
        ("right_square_bracket", "]"),
        ("equals_sign", "="),
        ("colon", ":"),
        ("escape", "Esc"),
        ("enter", "Enter"),
        ("tab", "Tab"),
        ("shift+tab", "shift+Tab"),
        ("ctrl+f", "ctrl+f"),
        ("f1", "F1"),
        ("f", "f"),
        ("G", "G"),
        ("down", "Down"),
        ("space", "Space"),
    ],
)
def test_a_key_is_written_as_people_write_it(key: str, written: str) -> None:
    assert shown(key) == written


def test_several_keys_stand_side_by_side() -> None:
    assert shown_all(("j", "down")) == "j, Down"


def test_no_key_of_the_table_keeps_its_inner_name() -> None:
    for command in COMMANDS:
        for key in command.keys:
            assert "_" not in shown(key)
