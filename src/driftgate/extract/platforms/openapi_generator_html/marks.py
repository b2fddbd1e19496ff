"""What openapi-generator's ``html2`` pages are marked with: selectors and labels, seen on pages of version 7 (2025)."""

from __future__ import annotations

from driftgate.extract.markup import first, has_class, selector

HTML2_MARKER = "methodsubtable"
ARTICLES = selector("//article[starts-with(@id, 'api-')]")
SIGNATURE = first(".//pre[@data-type]")
PARAMETER_TITLE = "methodsubtabletitle"
TABLE_AFTER = selector("following-sibling::*[1][self::table]")
ROWS = selector(".//tr[./td][not(ancestor::td)]")
#: What ids of responses' titles begin with and hold, and what those of their parts begin with.
RESPONSE_ID, TITLE_ID, PANE_ID = "examples-", "-title-", "responses-"
IDENTIFIED = selector(".//*[@id]")
VIEW = "json-schema-view"
PROPERTY, ARRAY = "property", "array"
UNIONS = frozenset({"oneOf", "anyOf"})
NODES = (PROPERTY, ARRAY, *sorted(UNIONS))
NAME = selector(f"./*[{has_class('name')}]")
REQUIRED_LINE = "required"
OWN_VIEW = selector(f"./*[{has_class('json-schema-view')}]")
SHAPES = selector(f"./*[{has_class('primitive')} or {has_class('array')} or {has_class('object')} or {has_class('any')}]")
TYPE = selector(f"./*[{has_class('type')}]")
FORMAT = selector(f"./*[{has_class('format')}]")
INNER = selector(f"./*[{has_class('inner')}]")
LIMITS = selector(f"./*[{has_class('range')}]")
ENUMS = selector(f"./*[{has_class('enums')}]//code")
BRACES = selector(f"./*[{has_class('opening')}] | ./a/*[{has_class('opening')}]")
COLLAPSED = "collapsed"
REQUIRED_WORD = "Required:"

#: A word in the title of a parameter table -> the place of its rows.
PLACES = (("path", "path"), ("query", "query"), ("header", "header"), ("cookie", "cookie"), ("form", "body"), ("body", "body"))
#: What the script prints for a type that it does not know.
UNKNOWN = "undefined"
