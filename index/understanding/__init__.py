"""What is understood of an item: topics, kind, dates, links, names. One module, one question.

`Understanding` asks them all: first a look at every part of a document, then, when the document as
a whole is known, each part as an item.
"""

from index.understanding.placing import Anchor as Anchor
from index.understanding.understanding import Context as Context
from index.understanding.understanding import FirstLook as FirstLook
from index.understanding.understanding import Understanding as Understanding
