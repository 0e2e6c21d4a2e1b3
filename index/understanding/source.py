"""Whose a document is, where its page says so."""

from __future__ import annotations

import re

from index.model.documents import Document

_TOP = 12
_LABELS = ("Source:", "From:")
_LABELLED = re.compile(r"Source:\s{0,3}(?P<name>\S.{1,80})$")
_FROM = re.compile(r"From:\s{0,3}[\"“]?(?P<name>[^<>@\"”]{2,80}?)[\"”]?\s{0,3}<[^<>]{3,100}>")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bCopyright)\s{0,2}(?:©\s{0,2})?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?,?\s)?"
    r"(?:by\s)?(?P<name>[A-ZÀ-Þ][^.|©\d]{2,80}?)(?=\s?(?:[.|,]|\d{4}|All rights|$))"
)
_CHARITY = re.compile(r"(?P<name>[A-Z][\w’'&. -]{2,80}?),? is a (?:UK )?registered charity\b")


def source(document: Document) -> str:
    """The publisher of a document, or "" where neither its format nor its page names one."""
    if document.source:
        return document.source
    top = [block.text for block in document.blocks[:_TOP] if block.text.startswith(_LABELS)]
    for form in (_LABELLED, _FROM):
        for text in top:
            if found := form.match(text[:300]):
                return found["name"].strip()
    for block in reversed(document.blocks[-2 * _TOP :]):
        text = block.text[:300]
        found = None
        if "©" in text or "(c)" in text or "Copyright" in text:
            found = _COPYRIGHT.search(text)
        if found is None and "registered charity" in text:
            found = _CHARITY.search(text)
        if found:
            return found["name"].strip()
    return ""
