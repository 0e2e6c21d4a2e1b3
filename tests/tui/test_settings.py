"""What a reader may set, and what happens to what cannot be used."""

from __future__ import annotations

from pathlib import Path

from index import Library
from tests.tui.driving import driven, has_keys, ready, screen_text
from tests.tui.steady import until
from tui.settings import FILE, Settings, load


def test_without_a_file_all_is_as_it_comes(tmp_path: Path) -> None:
    assert load(tmp_path) == Settings()
    assert load(tmp_path).keys_of("search") == ("slash",)


def test_keys_and_theme_are_read(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('theme = "nord"\n[keys]\nsearch = ["f", "slash"]\nquit = "Q"\n')
    settings = load(tmp_path)
    assert settings.theme == "nord"
    assert settings.keys_of("search") == ("f", "slash")
    assert settings.keys_of("quit") == ("Q",)
    assert settings.keys_of("bookmark") == ("b",)
    assert not settings.complaints


def test_what_cannot_be_used_is_complained_of_and_left_out(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("theme = 3\n[keys]\nserch = 'f'\nquit = 7\nsearch = 'f'\n")
    settings = load(tmp_path)
    assert settings.theme == ""
    assert dict(settings.keys) == {"search": ("f",)}
    assert len(settings.complaints) == 3
    assert any("serch" in complaint for complaint in settings.complaints)


def test_a_file_that_is_no_toml_is_ignored_with_one_complaint(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"\xff\xfe[keys")
    assert len(load(tmp_path).complaints) == 1


async def test_a_key_that_was_changed_works_and_the_old_one_does_not(library: Library) -> None:
    config = library.places.config
    config.mkdir(parents=True, exist_ok=True)
    (config / FILE).write_text('[keys]\nsearch = "f"\nserch = "g"\n')
    async with driven(library) as pilot:
        screen = await ready(pilot)
        await until(pilot, lambda: "“serch”" in screen_text(pilot), "the complaint")
        await pilot.press("slash")
        assert has_keys(screen, screen.items)
        await pilot.press("f")
        assert has_keys(screen, screen.bar)
