"""What pages of docusaurus-plugin-openapi-docs are marked with: selectors and labels, seen on versions 4 and 5."""

from __future__ import annotations

from driftgate.extract.markup import has_class, selector

MARKER = "openapi__method-endpoint"

ENDPOINT = selector(f"//pre[{has_class('openapi__method-endpoint')}]")
METHOD = selector(f".//span[{has_class('badge')}]")
PATH = selector(f".//*[{has_class('openapi__method-endpoint-path')}]")
SERVER_CLASS = "openapi-explorer__server-url"
SERVERS = selector(f"//span[{has_class(SERVER_CLASS)}]")
SECURITY = selector(f"//details[{has_class('openapi-security__details')}]/pre")
SECURITY_PARTS = selector(".//strong/..")

STATUS_TAB, MIME_TAB = "openapi-tabs__response-code-item", "openapi-tabs__mime-item"
RESPONSE_HEAD = "openapi-tabs__response-header-section"
ARRAY_WORDS = "Array ["
BADGE, UNION_WORDS = "badge", frozenset({"oneOf", "anyOf"})
SKELETON, BESIDE = "openapi-skeleton", "openapi-right-panel__container"
#: The class words of the element that holds a row and what lies below it.
BOX_CLASSES = frozenset({"openapi-schema__list-item", "openapi-params__list-item"})
TABS = selector("./*/*/li[@role = 'tab'] | ./*/li[@role = 'tab']")
BODY_REQUIRED = selector(f".//*[{has_class('openapi-schema__required')}]")

PROPERTY_CLASS = "openapi-schema__property"
DISCRIMINATOR_CLASS = "openapi-discriminator__name"
TYPE_CLASSES = frozenset({"openapi-schema__name", "openapi-schema__type"})
REQUIRED_CLASS = "openapi-schema__required"
NULLABLE_CLASS = "openapi-schema__nullable"
DEPRECATED_CLASS = "openapi-schema__deprecated"

#: What a section's heading begins with -> the place of its fields.
SECTION_WORDS = (("path", "path"), ("query", "query"), ("header", "header"), ("cookie", "cookie"), ("body", "body"))
RESPONSE_HEADERS = "Response Headers"
SCHEMA = "Schema"
VALUES_LABEL = "Possible values:"
DEFAULT_LABEL = "Default value:"
CONST_LABEL = "Constant value:"
ANY_NAME = "property name*"
