"""Every command of the reader, once: bindings, footer, help and palette are made from here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Group = Literal["Moving", "Finding", "Reading", "Meetings", "Library"]


@dataclass(frozen=True, slots=True)
class Command:
    """A thing that the reader can be told to do.

    `name` is the command's id, in the settings file and as `action_<name>` in the code. `keys` are
    Textual's names of its keys, the first of which is shown. `title` is a few words for footer and
    palette, `explains` a sentence for help.
    """

    name: str
    keys: tuple[str, ...]
    title: str
    explains: str
    group: Group


COMMANDS: tuple[Command, ...] = (
    Command("down", ("j", "down"), "Down", "One line or item down", "Moving"),
    Command("up", ("k", "up"), "Up", "One line or item up", "Moving"),
    Command("top", ("g", "home"), "Top", "To the first line or item", "Moving"),
    Command("bottom", ("G", "end"), "Bottom", "To the last line or item", "Moving"),
    Command("pane_topics", ("1",), "Topics", "To the topic tree", "Moving"),
    Command("pane_items", ("2",), "Items", "To the item list", "Moving"),
    Command("pane_reading", ("3",), "Reading", "To the reading view", "Moving"),
    Command("next_pane", ("tab",), "Next pane", "To the next pane", "Moving"),
    Command("previous_pane", ("shift+tab",), "Previous pane", "To the pane before", "Moving"),
    Command("back", ("escape",), "Back", "One step back, wherever you are", "Moving"),
    Command("search", ("slash",), "Search", "Search all newsletters as you type", "Finding"),
    Command("next_hit", ("n",), "Next hit", "To the next word found", "Finding"),
    Command("previous_hit", ("N",), "Previous hit", "To the word found before", "Finding"),
    Command("find", ("ctrl+f",), "Find in text", "Find in the open text", "Finding"),
    Command("related", ("equals_sign",), "Related", "Items about the same thing", "Finding"),
    Command("also_in", ("a",), "Also in", "The same story in other newsletters", "Finding"),
    Command("narrow", ("F",), "Narrow down", "Narrow by topic, source, kind, year", "Finding"),
    Command("next_order", ("O",), "Order", "Best first, newest, oldest, by source", "Finding"),
    Command("take_offer", ("c",), "Take it", "Search for what is offered instead", "Finding"),
    Command("save_search", ("s",), "Save search", "Keep this search under a name", "Finding"),
    Command("saved_searches", ("S",), "Saved searches", "Choose a saved search", "Finding"),
    Command(
        "next_unread",
        ("right_square_bracket",),
        "Next unread",
        "To the next unread item",
        "Reading",
    ),
    Command(
        "previous_unread",
        ("left_square_bracket",),
        "Previous unread",
        "To the unread item before",
        "Reading",
    ),
    Command(
        "toggle_read", ("r",), "Read or unread", "Mark the item as read, or as unread", "Reading"
    ),
    Command("all_read", ("R",), "All read", "Mark all items listed as read", "Reading"),
    Command("zoom", ("z",), "Reading alone", "Show the reading view alone", "Reading"),
    Command(
        "whole_page",
        ("v",),
        "Whole newsletter",
        "Show and mend the whole newsletter",
        "Reading",
    ),
    Command("open_link", ("o",), "Open link", "Open the item's link, after asking", "Reading"),
    Command("list_links", ("u",), "Links", "List the item's links", "Reading"),
    Command("copy_citation", ("y",), "Copy citation", "Copy the item's citation", "Reading"),
    Command("bookmark", ("b",), "Bookmark", "Put the item on the meeting's agenda", "Meetings"),
    Command(
        "choose_meeting",
        ("B",),
        "Choose meeting",
        "Choose the meeting that bookmarks go to",
        "Meetings",
    ),
    Command("agenda", ("m",), "Meeting", "Show the meeting's agenda", "Meetings"),
    Command("note", ("e",), "Note", "Write a note on the item", "Meetings"),
    Command("export_pack", ("x",), "Pack", "Write the meeting's pack as a file", "Meetings"),
    Command("dates", ("d",), "Dates", "Events and closing dates found in items", "Meetings"),
    Command("add_documents", ("i",), "Add", "Add documents to the library", "Library"),
    Command("undo", ("ctrl+z",), "Undo", "Undo the last mark", "Library"),
    Command("command_palette", ("ctrl+p", "colon"), "Commands", "All commands, by name", "Library"),
    Command("help", ("question_mark", "f1"), "Help", "These keys", "Library"),
    Command("quit", ("q", "ctrl+c"), "Quit", "Leave carereader", "Library"),
)
"""The commands in the order in which help and palette show them."""


def command(name: str) -> Command:
    """The command of that name. Raises KeyError for a name that is not in the table."""
    return BY_NAME[name]


BY_NAME = {entry.name: entry for entry in COMMANDS}

FOOTER = ("help", "search", "bookmark", "agenda", "export_pack", "note", "quit")
"""The commands that the footer names, the first of them where there is no room for all."""
