"""Every command of the reader, once: bindings, footer, help and palette are made from here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Group = Literal[
    "Moving", "Finding", "Reading", "Agenda", "After the meeting", "Dates", "Meetings", "Library"
]


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
    Command("also_in", ("A",), "Also in", "The same story in other newsletters", "Finding"),
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
    Command("mark", ("space",), "Mark", "Mark several items: b, r and y act on all", "Reading"),
    Command("open_link", ("o",), "Open link", "Open the item's link, after asking", "Reading"),
    Command("list_links", ("u",), "Links", "List the item's links", "Reading"),
    Command("copy_citation", ("y",), "Copy citation", "Copy the item's citation", "Reading"),
    Command("bookmark", ("b",), "Bookmark", "Put the item on the meeting's agenda", "Meetings"),
    Command("action", ("a",), "Action", "Say who does what about it, by when", "Meetings"),
    Command(
        "choose_meeting",
        ("B",),
        "Choose meeting",
        "Choose the meeting that bookmarks go to",
        "Meetings",
    ),
    Command("agenda", ("m",), "Meetings", "Show the meetings and their agendas", "Meetings"),
    Command("note", ("e",), "Note", "Write a note on the item", "Meetings"),
    Command("export_pack", ("x",), "Pack", "Write the meeting's pack as a file", "Meetings"),
    Command("dates", ("d",), "Dates", "What is coming, and what has passed", "Meetings"),
    Command("add_documents", ("i",), "Add", "Add documents to the library", "Library"),
    Command("undo", ("ctrl+z",), "Undo", "Undo the last mark", "Library"),
    Command("command_palette", ("ctrl+p", "colon"), "Commands", "All commands, by name", "Library"),
    Command("help", ("question_mark", "f1"), "Help", "These keys", "Library"),
    Command("quit", ("q", "ctrl+c"), "Quit", "Leave carereader", "Library"),
)
"""The reader's commands, in the order in which help and palette show them."""

_READER = {entry.name: entry for entry in COMMANDS}


def _as_here(name: str, title: str, explains: str, group: Group = "Moving") -> Command:
    """A command of the reader with the same keys, and what it does on another screen."""
    return Command(name, _READER[name].keys, title, explains, group)


AGENDA: tuple[Command, ...] = (
    *(_READER[name] for name in ("down", "up", "top", "bottom")),
    _as_here("pane_topics", "Meetings", "To the meetings"),
    _as_here("pane_items", "Agenda", "To the agenda"),
    _as_here("pane_reading", "Preview", "To the preview of the pack"),
    _as_here("next_pane", "Next column", "To the next column"),
    _as_here("previous_pane", "Column before", "To the column before"),
    _as_here("next_unread", "Meeting below", "To the meeting below in the list"),
    _as_here("previous_unread", "Meeting above", "To the meeting above in the list"),
    _as_here("zoom", "Pack alone", "Show the whole pack alone"),
    _READER["back"],
    Command("open", ("enter",), "Open", "Open the item, or change what was typed", "Agenda"),
    Command("move_down", ("J", "shift+down"), "Move down", "Move the entry down", "Agenda"),
    Command("move_up", ("K", "shift+up"), "Move up", "Move the entry up", "Agenda"),
    Command("add_entry", ("plus",), "Add entry", "Add an entry of your own", "Agenda"),
    Command("add_standing", ("S",), "Add standing", "Add an item that every meeting has", "Agenda"),
    Command("add_section", ("H",), "Add section", "Add the heading of a section", "Agenda"),
    Command("lead", ("w",), "Who leads", "Say who leads, or whose action it is", "Agenda"),
    Command("minutes", ("t",), "Minutes", "Allot minutes to the entry", "Agenda"),
    Command(
        "purpose", ("p",), "Purpose", "For information, for discussion, for decision", "Agenda"
    ),
    _as_here("note", "Note", "Write a note on the entry", "Agenda"),
    _as_here("action", "Action", "Say who does what about it, by when", "Agenda"),
    _as_here("list_links", "Links", "List the item's links", "Agenda"),
    _as_here("bookmark", "Take off", "Take the entry off the agenda, or drop an action", "Agenda"),
    Command("state", ("s",), "State", "Raised, deferred or done", "After the meeting"),
    Command("outcome", ("o",), "Outcome", "Say what came of the entry", "After the meeting"),
    Command(
        "carry_forward",
        ("c",),
        "Carry forward",
        "Take what was not reached, and open actions, to the next meeting",
        "After the meeting",
    ),
    Command("draft_minutes", ("M",), "Minutes", "Write the minutes, in draft", "After the meeting"),
    Command("new_meeting", ("n",), "New meeting", "Make a new meeting", "Meetings"),
    Command("next_meeting", ("N",), "Next meeting", "Make the next of the series", "Meetings"),
    Command("details", ("E",), "Details", "Change the meeting: name, date, place, …", "Meetings"),
    Command(
        "template", ("T",), "Template", "Change the agenda that a series begins with", "Meetings"
    ),
    _as_here("choose_meeting", "Make current", "Let bookmarks go to this meeting", "Meetings"),
    _as_here("export_pack", "Pack", "Write the pack as a file", "Meetings"),
    _as_here("copy_citation", "Copy", "Copy the citation, or the pack as Markdown", "Meetings"),
    _as_here("add_documents", "Import", "Take in a pack that somebody shares", "Meetings"),
    _as_here("dates", "Dates", "What is coming, and what has passed", "Meetings"),
    _as_here("agenda", "Leave", "Back to the reader", "Meetings"),
    _as_here("undo", "Undo", "Take back the last step", "Library"),
    _READER["command_palette"],
    _READER["help"],
    _as_here("quit", "Leave", "Back to the reader", "Library"),
)
"""The commands of the agenda, in the order in which help and palette show them."""

DATES: tuple[Command, ...] = (
    *(_READER[name] for name in ("down", "up", "top", "bottom", "back")),
    Command("open", ("enter",), "Open", "Open the item, or the meeting", "Dates"),
    _as_here("bookmark", "Bookmark", "Put the item on the meeting's agenda", "Dates"),
    _as_here("choose_meeting", "Choose meeting", "Choose the meeting for bookmarks", "Dates"),
    Command("passed", ("p",), "Passed", "Show what has passed, or what is coming", "Dates"),
    Command(
        "set_date", ("D",), "Set date", "Set the date of the item, or its closing date", "Dates"
    ),
    _as_here("export_pack", "Calendar", "Write it as a calendar file (.ics)", "Dates"),
    _as_here("agenda", "Meetings", "Show the meetings and their agendas", "Dates"),
    _as_here("undo", "Undo", "Take back the last step", "Library"),
    _READER["command_palette"],
    _READER["help"],
    _as_here("dates", "Leave", "Back to the reader", "Library"),
    _as_here("quit", "Leave", "Back to the reader", "Library"),
)
"""The commands of the dates, in the order in which help and palette show them."""


def command(name: str) -> Command:
    """The command of that name. Raises KeyError for a name that is in no table."""
    return BY_NAME[name]


BY_NAME = {entry.name: entry for entry in (*DATES, *AGENDA, *COMMANDS)}
"""All commands by name; where screens share one, as the reader has it."""

FOOTER = ("help", "search", "bookmark", "agenda", "export_pack", "note", "quit")
"""The commands that the reader's footer names, the first of them where there is no room for all."""
