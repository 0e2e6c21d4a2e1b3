"""The reader's screen: topic tree, item list and reading view, and what their keys do.

The panes know nothing of each other: the screen hands each what it shows, and each tells the screen
what was chosen by a message.
"""
