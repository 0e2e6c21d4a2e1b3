"""Packs: what is taken to a meeting, laid out as a file."""
