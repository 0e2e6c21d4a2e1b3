"""The record: one SQLite database, the truth of the library. What a person decided is safe here."""
