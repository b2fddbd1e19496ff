"""What Scalar's rendered references are marked with: every selector and label, seen on pages of version 1 (2026)."""

from __future__ import annotations

from driftgate.extract.markup import first, has_class, selector

MARKERS = ("scalar-api-reference", "property-heading", "scalar-app")

OPERATIONS = selector(f"//*[{has_class('operation-details')}]")
SECTION = selector("ancestor::section[1]")
METHOD = first(f".//*[{has_class('request-method')} or {has_class('endpoint-method')} or {has_class('operation-method')}]")
PATH = first(f".//*[{has_class('operation-path')} or {has_class('endpoint-path')}]")
SERVER = selector(f"//*[{has_class('scalar-reference-intro-server')}]//*[starts-with(normalize-space(.), 'http')]")

#: Headed lists of parameters, the request body, and the list of responses.
LISTS = selector(f".//ul[./li[{has_class('parameter-item')}]]")
HEADING_OF = selector("preceding-sibling::*[1]")
RESPONSE = selector(f"./button//*[{has_class('parameter-item-name')}]")
CLOSED_RESPONSE = selector("./button[@aria-expanded = 'false']")
BODY = first(f".//*[{has_class('request-body')}]")
BODY_REQUIRED = first(f".//*[{has_class('request-body-required')}]")
MEDIA_TYPE = first(f".//*[{has_class('selected-content-type')}]")
#: Only words on a class attribute of their own: ``property-name`` is none of them.
PROPERTIES = selector(f".//*[{has_class('property')}]")
HEADERS = selector(f".//*[{has_class('headers-card')}]//*[{has_class('property')}]")

HEADING = selector(f"./*[{has_class('property-heading')}]")
NAME = selector(f"./*[{has_class('property-name')}]")
FREE_NAME = first(".//*[contains(@class, 'property-name-additional') or contains(@class, 'property-name-pattern')]")
DETAILS = selector(f".//*[{has_class('property-detail')}]")
PREFIX = selector(f"./*[{has_class('property-detail-prefix')}]")
SPOKEN = selector(f".//*[{has_class('screenreader-only')} or {has_class('sr-only')}]")
REQUIRED = selector(f"./*[{has_class('property-required')}]")
DEFAULT = first(f".//*[{has_class('property-default-value')}]")
ENUM = selector(f"./*[{has_class('property-enum')}]")
ENUM_VALUES = selector(f".//*[{has_class('property-enum-value-label')}]")
RULES = selector(f".//*[{has_class('property-rule')}]")
VARIANT_CHOICE = selector(f".//*[{has_class('composition-selector')}]")
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
#: Printed for a schema without a type.
ANYTHING = "anything"
