"""What is true without a screen: documents, items, search and meetings.

`Library` is the one door. What it takes and gives is plain data from `index.model`; what it raises
stands in `index.errors`.
"""

from index.library import Library as Library
from index.previewing import preview as preview
