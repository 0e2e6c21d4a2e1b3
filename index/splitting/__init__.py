"""From a Document to its parts: items, section headings and page furniture."""
