"""What pages of vitepress-openapi are marked with: selectors and labels, seen on version 0.1."""

from __future__ import annotations

from driftgate.extract.markup import has_class, selector

MARKER = "OAPath"

OPERATIONS = selector(f"//*[{has_class('OAPath')}]")
#: The copy button of the endpoint line; method and path are the elements after it.
ENDPOINT = selector(".//button[contains(@class, 'OAPathEndpoint__copy')]")
#: Everything that the reader walks over within an operation, in page order: headings, media types, panels, heads of schema rows,
#: names of parameters and security schemes, badges, and lines that hold code spans.
MARKS = selector(
    ".//h2 | .//h3 | .//*[@content-type] | .//*[@role = 'tabpanel']"
    " | .//div[@data-state]/button/div/div[contains(@class, 'flex-wrap')]"
    " | .//span[contains(@class, 'font-bold') and contains(@class, 'text-sm')]"
    " | .//div[contains(@class, 'rounded-full')] | .//code/.."
)
INNER_HEADS = selector(".//div[@data-state]/button")
CARD = selector("ancestor::div[contains(@class, 'bg-muted')][1]")
CARD_LINES = selector(".//div[contains(@class, 'text-sm')][span][div]")
CARD_VALUE = selector(".//*[contains(@class, 'text-muted-foreground')]")
CODES = selector(".//code")
REQUIRED_IN_CARD = selector(".//*[contains(@class, 'text-destructive')]")

NAME_CLASS = "font-bold"
TYPE_CLASS = "text-muted-foreground"
REQUIRED_CLASS = "text-red-"

#: What the id of a section's heading holds -> what stands in the section.
SECTION_IDS = (
    ("authorizations", "security"),
    ("request-body", "body"),
    ("responses", "responses"),
    ("parameters", "parameters"),
    ("samples", ""),
    ("playground", ""),
)
#: What a heading of parameters begins with, in the languages the plugin ships -> their place.
PARAMETER_WORDS = (
    ("path", "path"),
    ("query", "query"),
    ("header", "header"),
    ("cookie", "cookie"),
    ("路径", "path"),
    ("查询", "query"),
    ("请求头", "header"),
    ("パス", "path"),
    ("クエリ", "query"),
    ("ヘッダ", "header"),
)
UNION_BADGES = frozenset({"One of", "Any of"})
DEPRECATED_BADGE = "Deprecated"
ITEM_NAME = "[item]"
MAP_NAME = "additionalProperties"
ALTERNATIVE = "or"
TYPE_LABEL = "Type"
VALUES_LABEL = "Valid values"
DEFAULT_LABEL = "Default"
#: A label of a value line -> the fact it states.
FACT_LABELS = {
    "Format": "format",
    "Pattern": "pattern",
    "Minimum": "minimum",
    "Maximum": "maximum",
    "Exclusive Minimum": "exclusive_minimum",
    "Exclusive Maximum": "exclusive_maximum",
    "Multiple Of": "multiple_of",
    "Min Length": "min_length",
    "Max Length": "max_length",
    "Min Items": "min_items",
    "Max Items": "max_items",
    "Min Properties": "min_properties",
    "Max Properties": "max_properties",
    "Const": "const",
}
