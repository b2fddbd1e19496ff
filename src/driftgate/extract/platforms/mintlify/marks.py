"""What Mintlify's pages are marked with: every selector and label, seen on pages of 2025 and 2026."""

from __future__ import annotations

from driftgate.extract.markup import has_class, selector

#: Text that only a Mintlify page holds.
MARKERS = ('data-component-part="field-', "api-section-heading", "method-pill")

METHOD_PILL = "method-pill"

HEADINGS = frozenset({"h2", "h3", "h4"})
PILLS = frozenset({"field-info-pill", "field-required-pill", "field-deprecated-pill"})
REQUIRED_PILL = "field-required-pill"
DEPRECATED_PILL = "field-deprecated-pill"
#: How far a field's name stands below the element that holds the name and its pills.
HEAD_NEAR = 5
PART = "data-component-part"
SUBTITLE = selector(f"following-sibling::*[{has_class('api-section-heading-subtitle')}]")
TABS = selector("./*[@role = 'tab']")
IN_SECTION = selector(f"ancestor::*[{has_class('api-section')}][1]")

#: Ids name the section of a field in every language.
ID_PLACES = {"authorization": "security", "body": "body", "response": "response"}
LOCATIONS = frozenset({"path", "query", "header", "cookie", "body"})
#: A section heading that holds the word -> what stands in the section; the first match counts.
SECTION_WORDS = (
    ("authori", "security"),
    ("response header", "response header"),
    ("response", "response"),
    ("returns", "response"),
    ("path", "path"),
    ("query", "query"),
    ("header", "header"),
    ("cookie", "cookie"),
    ("body", "body"),
)
DEFAULT_WORDS = ("default", "默认", "預設", "デフォルト", "기본", "par défaut", "predeterminado", "padrão", "standard")

#: A label of a value line (lower case, its beginning) -> the fact it states.
OPTIONS_LABELS = ("available options", "allowed values", "possible values")
RANGE_LABELS = ("required range", "range")
COUNT_LABELS = (
    ("required string length", "length"),
    ("string length", "length"),
    ("required array length", "items"),
    ("array length", "items"),
)
BOUND_LABELS = (
    ("minimum string length", "min_length"),
    ("maximum string length", "max_length"),
    ("minimum length", "min_length"),
    ("maximum length", "max_length"),
    ("minimum array length", "min_items"),
    ("maximum array length", "max_items"),
    ("minimum number of properties", "min_properties"),
    ("maximum number of properties", "max_properties"),
    ("minimum", "minimum"),
    ("maximum", "maximum"),
    ("multiple of", "multiple_of"),
)
PATTERN_LABELS = ("pattern",)
CONST_LABELS = ("allowed value", "constant", "const")
