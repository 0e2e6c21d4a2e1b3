"""The agenda: meetings, what is on the agenda of each, and the pack that comes of it.

Three columns like those of the reader; the commands of each kind stand in a room of their own.
"""
