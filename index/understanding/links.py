"""Links: the addresses in a text, put together again where the text parts them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.model.documents import Link

_ADDRESS = re.compile(
    r"""
    (?P<bracketed> < (?:mailto:|https?://|www\.) [^<>]{1,2000} > )
  | (?P<web> \b(?: https?:// | www\. ) [^\s<>"“”«»]{2,2000} )
  | (?P<mail> (?:\bmailto:)? (?<![\w.+-]) \w[\w.+-]{0,63} @ \w[\w-]{0,62} (?:\.\w[\w-]{0,62}){1,5} )
  | (?P<bare> (?<![\w@./-]) (?:\w[\w-]{0,62}\.){1,4} (?:uk|org|com|gov|net|ly|gl|gle|io|eu|info)
        /[^\s<>"“”«»]{1,2000} )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# No address is without one of these: most of a text is passed over at a glance, as the search
# leaps from one first letter to the next.
_SIGN = re.compile(r"[@/wW](?:(?<=[@/])|(?<=w)ww\.|(?<=W)(?:WW|ww)\.)")
_WEB = ("www.", "Www.", "WWW.")
_RUN = re.compile(r"[^\s<>\"“”«»]*")
_LONGEST = 2000
_BREAKS = "/-_?=&%#"
_WITHIN = "/-_=?&%"
_MORE = re.compile(r"[ \n][a-z0-9][^\s<>\"“”«»]{0,300}")
_STOPS = ".,;:!?'’‘”\"*_|"
_PAIRS = {")": "(", "]": "[", "}": "{"}


def links(text: str, stated: tuple[Link, ...] = ()) -> tuple[Link, ...]:
    """The links of an item in the order of the text, each address once.

    `stated` are those that the format states (of HTML or Markdown); one whose address is not in the
    text follows the rest. Offsets are into `text`. Only http, https and e-mail addresses are links.
    """
    if not (stated or "@" in text or "/" in text or any(map(text.__contains__, _WEB))):
        return ()
    found: dict[str, Link] = {}
    after = 0
    for begin, until in _windows(text):
        for match in _ADDRESS.finditer(text, max(begin, after), until):
            start, after = match.span()
            if match["bracketed"]:
                address = "".join(text[start + 1 : after - 1].split())
            else:
                after = _end_of_wrapped(text, after) if match["mail"] is None else after
                written = _without_stops(text[start:after])
                after = start + len(written)
                address = "".join(written.split())
            address = address.removeprefix("mailto:")
            found.setdefault(address, Link(address, text[start:after], start, after))
    for link in stated:
        address = (link.address or "").removeprefix("mailto:")
        if not address:
            found.setdefault(f"text:{link.text}", Link(None, link.text))
        elif address not in found and _safe(address):
            found[address] = Link(address, link.text)
    return tuple(found.values())


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Where addresses may stand: the runs without a blank, or in <>, that hold a sign of one."""
    after = 0
    for sign in _SIGN.finditer(text):
        at = sign.start()
        if at < after:
            continue
        behind = _RUN.match(text[max(after, at - _LONGEST) : at][::-1])
        ahead = _RUN.match(text, at)
        start = at - (behind.end() if behind else 0)
        after = ahead.end() if ahead else at
        closing = text.find(">", at, at + _LONGEST) if text[start - 1 : start] == "<" else -1
        if closing >= 0:
            start, after = start - 1, closing + 1
        yield start, after


def without_addresses(text: str, found: tuple[Link, ...]) -> str:
    """The text with blanks in place of its addresses, so that every offset stays what it is."""
    if not found:
        return text
    pieces: list[str] = []
    at = 0
    for link in sorted((link for link in found if link.start >= 0), key=lambda link: link.start):
        pieces += [text[at : link.start], " " * (link.end - link.start)]
        at = link.end
    return "".join([*pieces, text[at:]]) if pieces else text


def _end_of_wrapped(text: str, end: int) -> int:
    """Where an address ends that goes on in the next line, or after the blank that joined it.

    It does when it breaks off at a sign that no address ends with, and what follows looks like
    more of it: "…/back-to-" and "school", "…/news/" and "2020/07/page".
    """
    while text[end - 1] in _BREAKS and (more := _MORE.match(text, end)) is not None:
        if not any(sign in more.group() for sign in _WITHIN):
            break
        end = more.end()
    return end


def _without_stops(address: str) -> str:
    """The address without the stops and brackets of the sentence round it."""
    while address:
        last = address[-1]
        if last in _STOPS or (last in _PAIRS and address.count(last) > address.count(_PAIRS[last])):
            address = address[:-1]
        else:
            break
    return address


def _safe(address: str) -> bool:
    scheme = re.match(r"([a-z][a-z0-9+.-]{0,20}):", address, re.IGNORECASE)
    return scheme is None or scheme[1].lower() in ("http", "https")
