"""The five documents that a new library opens with, and their catalogue. No code lives here."""
