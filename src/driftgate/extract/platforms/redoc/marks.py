"""What Redoc's pages are marked with: selectors and labels, seen on Redoc 2. Most class names are hashed and of no use."""

from __future__ import annotations

import re

from driftgate.extract.markup import has_class, selector

#: Text that only a page of Redoc holds, each with the row mark it needs.
MARKERS = ("redoc-wrap", "__redoc_state", "<redoc", 'id="redoc"')
ROW_MARKER = "http-verb"

VERB = selector(f"//span[{has_class('http-verb')}]")
SECTION = selector("ancestor::*[@data-section-id][1]")
SERVER = selector("ancestor::*[self::button]/following-sibling::*//*[@role = 'button']//span[contains(., '://')]")
#: Everything that the reader walks over within an operation, in page order.
MARKS = selector(".//h5 | .//h3 | .//button/strong | .//td[@kind] | .//caption")
PROPERTY_NAME = selector(f".//*[{has_class('property-name')}]")
TYPE_CELL = selector("following-sibling::td[1]")
#: The lines of a type cell: the first holds the type, the others a label with values, a badge, or prose.
LINES = selector("./div/div[not(@html)]")
#: The badge in an operation's title: an operation has none but this one.
TITLE_BADGE = selector("(.//h2)[1]/span[@type = 'warning']")
BADGE = selector(".//span[@type = 'warning']")
ARROW = selector(".//*[local-name() = 'svg']")

SECTION_WORDS = (
    ("path param", "path"),
    ("query param", "query"),
    ("header param", "header"),
    ("cookie param", "cookie"),
    ("request body", "body"),
    ("response schema", "response"),
    ("response header", "response header"),
)
AUTHORIZATIONS = "authorizations"
RESPONSES = "responses"
REQUIRED = "required"
DEPRECATED = "deprecated"
#: Behind the type of a field whose schema stands around it.
RECURSIVE = "recursive"
ENUM_LABELS = frozenset({"Enum:", "Items Enum:"})
CONST_LABELS = frozenset({"Value:", "Items Value:"})
DEFAULT_LABEL = "Default:"
#: What stands in a box of its own above the properties of an array's items, the opening bracket being drawn by the style.
ARRAY_LABEL = re.compile(r"^\s*Array\s*(?:\(.*\))?\s*$")
#: The kinds of a row whose name is not the name of a field.
MAP_KINDS = frozenset({"additionalProperties", "patternProperties"})
