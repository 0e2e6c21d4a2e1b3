"""What is known of documents beside their text: a `catalogue.toml` in the folder they lie in.

[documents."2022-01.txt"]
title = "Care review newsletter: January 2022"
source = "Independent review of children's social care"
issued = "2022-01"
known = "stated"
evidence = "line 1: January 2022"
origin = "https://example.org/newsletter"
rights = "Crown copyright"
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from index.errors import DocumentError
from index.model.documents import Issued, Known

CATALOGUE = "catalogue.toml"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a catalogue states of one document; "" and unknown where it is silent."""

    title: str = ""
    source: str = ""
    issued: Issued = field(default_factory=Issued)
    origin: str = ""
    rights: str = ""


def entry_beside(path: Path) -> Entry | None:
    """What the catalogue in the folder of `path` states of that file, or None.

    Raises DocumentError, naming the catalogue, where it cannot be used.
    """
    catalogue = path.parent / CATALOGUE
    try:
        with catalogue.open("rb") as file:
            listed = tomllib.load(file)
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise DocumentError(
            catalogue, f"not a usable catalogue ({error}); mend or remove it"
        ) from error
    try:
        stated = listed.get("documents", {}).get(path.name)
        return None if stated is None else _entry(stated)
    except (AttributeError, TypeError, ValueError) as error:
        reason = f"not usable for {path.name} ({error}); mend or remove that entry"
        raise DocumentError(catalogue, reason) from error


def _entry(stated: dict[str, Any]) -> Entry:
    unknown = sorted(set(stated) - _KEYS)
    if unknown:
        raise ValueError(f"unknown key “{unknown[0]}”")
    for key, value in stated.items():
        if not isinstance(value, str):
            raise TypeError(f"“{key}” is not text")
    return Entry(
        title=stated.get("title", ""),
        source=stated.get("source", ""),
        issued=_issued(stated),
        origin=stated.get("origin", ""),
        rights=stated.get("rights", ""),
    )


_ISO = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$")
_KEYS = frozenset({"title", "source", "issued", "known", "evidence", "origin", "rights"})


def _issued(stated: dict[str, str]) -> Issued:
    evidence = stated.get("evidence", "")
    value = stated.get("issued") or None
    if value is not None and not _ISO.match(value):
        raise ValueError("“issued” is no date such as 2022-01-14, 2022-01 or 2022")
    known: Known = "unknown" if value is None else "stated"
    for allowed in get_args(Known):
        if stated.get("known") == allowed:
            known = allowed
            break
    else:
        if "known" in stated:
            raise ValueError(f"“known” is none of {', '.join(get_args(Known))}")
    if (value is None) != (known == "unknown"):
        raise ValueError("“issued” and “known” disagree")
    return Issued(value, known, evidence)
