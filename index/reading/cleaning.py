"""The one gate through which text enters: nothing hostile or invisible passes it."""

from __future__ import annotations

import re
import unicodedata


def clean(text: str) -> str:
    """The text as people see it, safe to draw in a terminal.

    Line ends become newlines and nothing else does, so that lines count as they do in an editor.
    Control characters (Cc) other than newline and tab, bidirectional controls, lone surrogates and
    characters of no width are dropped; every other kind of white space becomes a space. Joiners
    stay where they join (emoji, Indic and Arabic letters).
    """
    if not text:
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    unwanted = _UNWANTED.findall("".join(set(_beyond_plain(text))))
    if len(unwanted) > _SEVERAL:
        text = _UNWANTED.sub(lambda found: _in_its_place(found[0]), text)
    else:
        for character in unwanted:
            text = text.replace(character, _in_its_place(character))
    return _JOINER_ALONE.sub("", text) if "\u200c" in text or "\u200d" in text else text


# Page and line separators other than newline are spaces here: as new lines they would shift the
# numbers of all lines below.
_SPACES = "\u000b\u000c\u001c-\u001f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_CONTROLS = "\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u2060-\u2065"
    "\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
)
# halves of characters, and the last two of every plane, which are none
_NO_CHARACTERS = "\ud800-\udfff\ufdd0-\ufdef" + "".join(
    chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF)
)
_TAGS = "\U000e0000-\U000e007f"
_SYMBOL_BULLETS = "\uf0a7\uf0b7\uf0d8\uf0fc"  # what Word writes for a bullet of the Symbol font

_SPACE = re.compile(f"[{_SPACES}]")
_UNWANTED = re.compile(
    f"[{_SPACES}{_CONTROLS}{_BIDI}{_INVISIBLE}{_NO_CHARACTERS}{_TAGS}{_SYMBOL_BULLETS}]"
)
_JOINER_ALONE = re.compile(
    "[\u200c\u200d]+(?=[\\x00-\u02ff\\s]|$)|(?<=[\\x00-\u02ff\\s])[\u200c\u200d]+|^[\u200c\u200d]+"
)


_SEVERAL = 8
"""So many sorts of unwanted characters are faster taken out one sort after the other."""
_PLAIN = bytes([*b"\t\n", *range(32, 127)])


def _beyond_plain(text: str) -> str:
    """What a text has beside plain ASCII: little, but all that may be unwanted is in it."""
    return text.encode("utf-8", _AS_IT_IS).translate(None, _PLAIN).decode("utf-8", _AS_IT_IS)


_AS_IT_IS = "surrogatepass"


def _in_its_place(character: str) -> str:
    if _SPACE.match(character):
        return " "
    return "•" if unicodedata.category(character) == "Co" else ""
