"""From files to Documents: which files, in what encoding, cleaned, and as blocks of text."""
