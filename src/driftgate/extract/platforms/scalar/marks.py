"""What Scalar's rendered references are marked with: every selector and label, seen on pages of version 1 (2026)."""

from __future__ import annotations

from driftgate.extract.markup import has_class, selector

MARKERS = ("scalar-api-reference", "property-heading", "scalar-app")

#: Of an operation, newest first; the last two are versions 1.2 to 1.25, in both layouts.
OPERATION = ("operation-details", "endpoint-details", "endpoint-content")
SECTION = selector("ancestor::section[1]")
METHOD = ("request-method", "endpoint-method", "operation-method")
PATH = ("operation-path", "endpoint-path")
SERVER_BOX = "scalar-reference-intro-server"
SERVER = selector(".//*[starts-with(normalize-space(.), 'http')]")

#: Headed lists of parameters, the request body, and the list of responses.
LISTS = selector(f".//ul[./li[{has_class('parameter-item')}]]")
HEADING_OF = selector("preceding-sibling::*[1]")
RESPONSE = selector(f"./*[self::button or {has_class('parameter-item-trigger')}]//*[{has_class('parameter-item-name')}]")
CLOSED_RESPONSE = selector("./button[@aria-expanded = 'false']")
BODY = ("request-body", "request-body-schema")
BODY_REQUIRED = "request-body-required"
MEDIA_TYPE = "selected-content-type"
#: Of a response: versions before 1.26 close what stands below it without saying so.
MEDIA_TYPES = "content-type-select"
PROPERTY, HEADERS = "property", ("headers-card", "headers-tree-group")

HEADING = "property-heading"
NAME = "property-name"
FREE_NAMES = ("property-name-additional", "property-name-pattern")
DETAIL = "property-detail"
PREFIX = "property-detail-prefix"
SPOKEN = ("screenreader-only", "sr-only")
#: The words of a printed type, of which a name may be a schema's.
TYPE_TOKEN, TYPE_NAME = "property-type-token", "property-type-token--ident"
PLAIN_TYPES = frozenset(("string", "integer", "number", "boolean", "object", "array", "null", "any", "anything"))
ARRAY_OF = "array of"
REQUIRED = "property-required"
DEFAULT = "property-default-value"
ENUM = "property-enum"
ENUM_VALUE = ("property-enum-value-label", "property-enum-chip", "property-enum-row-label")
RULE = "property-rule"
#: Before a rule whose parts hold together: it is no choice.
WHOLE = selector(f"preceding-sibling::*[{has_class(HEADING)}]/*[{has_class('badge')} and normalize-space(.) = 'allOf']")
_TITLE = has_class("schema-card-title")
CLOSED = selector(f".//button[{_TITLE} and (@aria-expanded = 'false' or starts-with(normalize-space(.), 'Show'))]")

#: A word in the heading of a list -> what stands in the list; the first match counts.
LIST_WORDS = (("response", "response"), ("path", "path"), ("query", "query"), ("header", "header"), ("cookie", "cookie"),
              ("body", "body"), ("form", "body"))  # fmt: skip

#: A label before a detail -> the fact it states.
NUMBER_LABELS = {
    "min": "minimum", "max": "maximum", "greater than": "exclusive_minimum", "less than": "exclusive_maximum",
    "multiple of": "multiple_of",
}  # fmt: skip
COUNT_LABELS = {
    "min length": "min_length", "max length": "max_length", "min items": "min_items", "max items": "max_items",
    "min properties": "min_properties", "max properties": "max_properties",
}  # fmt: skip
TEXT_LABELS = {"format": "format", "pattern": "pattern"}
FLAG_WORDS = {
    "nullable": "nullable", "deprecated": "deprecated", "read-only": "read_only", "write-only": "write_only",
    "unique!": "unique_items", "unique": "unique_items",
}  # fmt: skip
#: Between the type and the schema's title.
TITLE_MARK = "·"
#: Printed beside the type of a field with listed values.
ENUM_WORD = "enum"
#: Printed for a schema without a type.
ANYTHING = "anything"
