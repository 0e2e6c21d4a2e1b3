"""Opening what a link leads to, in the reader's browser or mail program."""

from __future__ import annotations

from typing import Any

from textual.app import App

from index.errors import CareReaderError, InvalidInputError
from index.model.documents import Link

_OPENED = ("http://", "https://", "mailto:")


def open_link(app: App[Any], link: Link) -> str:
    """Open the address of a link; what to tell of it.

    Raises InvalidInputError where it is none of the web or of mail, or nothing opens it.
    """
    address = link.address or ""
    if "@" in address and "://" not in address and not address.lower().startswith("mailto:"):
        address = f"mailto:{address}"
    if not address.lower().startswith(_OPENED):
        raise InvalidInputError("Only http, https and mailto links are opened.")
    try:
        app.open_url(address)
    except (CareReaderError, OSError) as error:
        raise InvalidInputError(f"{address} could not be opened: {error}") from error
    return f"Opening {address}"
