from __future__ import annotations

from pathlib import Path

import pytest

from index.agendas.template import closing, offered
from index.errors import LibraryError
from index.model.meetings import TemplateEntry


def test_the_agenda_that_is_offered_has_what_every_meeting_has() -> None:
    titles = [line.title for line in offered() if line.kind == "standing"]
    for wanted in (
        "Welcome",
        "Apologies",
        "Declarations",
        "Minutes of the last",
        "Matters arising",
    ):
        assert any(title.startswith(wanted) for title in titles)
    assert {line.kind for line in offered()} == {"section", "standing"}
    assert "any other business" in closing()


def test_a_reader_lays_an_agenda_of_their_own_over_it(tmp_path: Path) -> None:
    (tmp_path / "agenda.toml").write_text(
        'template = """\n# Start\nHello\u202e (5 min) | Ann\n\n#\n"""\nclosing = ["Tea", "-aob"]\n',
        "utf-8",
    )
    assert offered(tmp_path) == (
        TemplateEntry("section", "Start"),
        TemplateEntry("standing", "Hello", 5, "Ann"),
    )
    assert {"tea", "any other business"} <= closing(tmp_path)
    assert "aob" not in closing(tmp_path)


@pytest.mark.parametrize(
    "text", ["template = 3", "template = ['a']", "closing = 'x'", "template = '(5 min)'", "x = ["]
)
def test_a_word_list_that_cannot_be_used_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "agenda.toml").write_text(text, "utf-8")
    with pytest.raises(LibraryError, match=r"agenda\.toml") as caught:
        offered(tmp_path), closing(tmp_path)
    assert "\n" not in str(caught.value)
