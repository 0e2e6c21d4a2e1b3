"""What a reader may set: keys and colours, in `settings.toml` in the config folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tui.commands import BY_NAME

FILE = "settings.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """The reader's settings. `complaints` are sentences about what in the file cannot be used."""

    theme: str = ""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    complaints: tuple[str, ...] = ()

    def keys_of(self, command: str) -> tuple[str, ...]:
        """The keys of a command, by Textual's names: the reader's own or those of the table."""
        return self.keys.get(command, BY_NAME[command].keys)


def load(config: Path) -> Settings:
    """The settings in the folder `config`; what cannot be used is left out and complained of.

    The file may say `theme = "nord"` and, under `[keys]`, `bookmark = "b"` or
    `bookmark = ["b", "ctrl+b"]` for any command of the table.
    """
    path = config / FILE
    if not path.exists():
        return Settings()
    import tomllib  # few readers have such a file: the others need not wait for it

    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        return Settings(complaints=(f"{path} cannot be read and is ignored: {error}",))
    complaints: list[str] = []
    theme = data.get("theme", "")
    if not isinstance(theme, str):
        complaints.append(f"{path}: theme must be the name of a theme in quotes")
        theme = ""
    keys: dict[str, tuple[str, ...]] = {}
    table = data.get("keys", {})
    for name, value in table.items() if isinstance(table, dict) else ():
        wanted = (value,) if isinstance(value, str) else value
        if name not in BY_NAME:
            complaints.append(f"{path}: there is no command “{name}”; ? in the reader lists them")
        elif not isinstance(wanted, (list, tuple)) or not all(isinstance(k, str) for k in wanted):
            complaints.append(f"{path}: the key of “{name}” must be text, or a list of texts")
        else:
            keys[name] = tuple(wanted)
    return Settings(theme, keys, tuple(complaints))
