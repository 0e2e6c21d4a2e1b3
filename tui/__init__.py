"""What a person sees: the reader, a Textual app, and the command line."""
