"""What neoteroi-mkdocs' OpenAPI pages are marked with: every selector and label, seen on pages of version 1.1 (2025)."""

from __future__ import annotations

from driftgate.extract.markup import has_class, selector

MARKERS = ("http-", "responses-title")

HEADINGS = selector("//h2 | //h3")
METHOD = selector("./span[contains(concat(' ', @class), ' http-')]")
SERVERS_ID, SCHEMAS_ID, SECURITY_ID = "servers", "schemas", "security-schemes"
RESPONSES_ID = "common-responses"

TABLES = selector("descendant-or-self::table")
ROWS = selector(".//tr[./td]")
HEADER = selector(".//th")
CELLS = selector("./td")
LINKS = selector(".//a[starts-with(@href, '#')]")
CODE = selector(".//code")

BODY_TITLE, RESPONSES_TITLE = "request-body-title", "responses-title"
TABS = selector(f"descendant-or-self::*[{has_class('tabbed-set')}][1]")
LABELS = selector(f"./*[{has_class('tabbed-labels')}]/label")
BLOCKS = selector(f"./*[{has_class('tabbed-content')}]/*[{has_class('tabbed-block')}]")
SCHEMA_CODE = selector("descendant-or-self::details[contains(./summary, 'Schema')]//code")

PARAMETER_COLUMNS = ("parameter", "in", "type", "default")
OTHER_RESPONSES = "other responses"
NOT_GIVEN = ("", "N/A")
PROPERTIES_WORD = "Properties:"
