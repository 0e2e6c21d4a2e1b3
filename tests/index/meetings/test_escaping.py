from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from index.meetings.escaping import cell, inline, opening

HOSTILE = (
    "<script>alert(1)</script>",
    "<!-- hidden -->",
    "<https://example.org>",
    "&lt; &copy; &#8364; & co",
    "# heading",
    "####### seven",
    "C #",
    "- list",
    "+ list",
    "* list",
    "1. list",
    "12) list",
    "2020. A year",
    "---",
    "===",
    "***",
    "> quoted",
    "```",
    "~~~",
    "a | b | c",
    "|---|---|",
    "`code`",
    "[text](javascript:alert(1))",
    "![picture](x.png)",
    "[ref]: http://example.org",
    "[^1]: note",
    "*emphasis* __strong__ _a_ snake_case",
    "~~struck~~ $x$",
    "ends with a backslash \\",
    "\\# escaped already",
    "[p. 3]",
    "    indented",
    "\tindented",
    "- [ ] task",
    "---\ntitle: front matter\n---",
    "https://example.org/a|b",
)

plain_texts = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=60)
hostile_texts = st.one_of(
    st.sampled_from(HOSTILE),
    plain_texts,
    st.lists(st.sampled_from("#*_-+=>|`~[]()<>!&;:.\\ 1a\n"), max_size=25).map("".join),
)


def parsed(markdown: str) -> list[Token]:
    return (
        MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(markdown)
    )


def read(inlines: Token) -> str:
    """What a line of Markdown shows, if it is text and links to addresses and nothing else."""
    shown: list[str] = []
    for token in inlines.children or ():
        assert token.type in ("text", "text_special", "link_open", "link_close"), token
        if token.type == "link_open":
            assert str(token.attrs["href"]).lower().startswith(("http://", "https://"))
        shown.append(token.content)
    return "".join(shown)


def folded(text: str) -> str:
    return " ".join(text.split())


@given(hostile_texts)
def test_a_line_shows_what_was_written_and_does_nothing(text: str) -> None:
    tokens = parsed(opening(text))
    if not text.split():
        assert tokens == []
        return
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert read(tokens[1]) == folded(text)


@given(hostile_texts)
def test_a_heading_shows_what_was_written(text: str) -> None:
    tokens = parsed(f"### 1. {inline(text)}")
    assert [token.type for token in tokens] == ["heading_open", "inline", "heading_close"]
    assert read(tokens[1]) == f"1. {folded(text)}".strip()


@given(hostile_texts, hostile_texts)
def test_a_cell_stays_one_cell_and_shows_what_was_written(first: str, second: str) -> None:
    tokens = parsed(f"| A | B |\n| --- | --- |\n| {cell(first)} | {cell(second)} |")
    cells = [tokens[at + 1] for at, token in enumerate(tokens) if token.type == "td_open"]
    assert [read(each) for each in cells] == [folded(first), folded(second)]


def test_addresses_can_be_followed_as_they_stand() -> None:
    assert inline("See https://example.org/a_b?c=1&d=2.") == (
        "See <https://example.org/a_b?c=1&d=2>."
    )
    (_, inlines, _) = parsed(inline("(https://example.org/form)"))
    assert read(inlines) == "(https://example.org/form)"


def test_ordinary_prose_is_left_alone() -> None:
    text = "“Children’s homes” – 50% of £2m (see p. 3), e.g. Ofsted's SCCIF & the DfE: yes!"
    assert opening(text) == text
