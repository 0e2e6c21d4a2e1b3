"""What is true without a screen: documents, items, search and meetings.

`Library` is the one door, `preview` the way to look at documents without one. What they take and
give is plain data from `index.model`; what they raise stands in `index.errors`.

Both are loaded when they are first asked for: whoever only wants a noun, as the panes do before the
first picture, does not wait for the record.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.library import Library as Library
    from index.previewing import preview as preview

_WHERE = {"Library": "index.library", "preview": "index.previewing"}


def __getattr__(name: str) -> object:
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_WHERE[name]), name)
