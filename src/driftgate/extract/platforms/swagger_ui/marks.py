"""What Swagger UI's rendered pages are marked with: every selector and label, seen on pages of versions 4 and 5 (2025, 2026)."""

from __future__ import annotations

from driftgate.extract.markup import first, has_class, selector

MARKER = "opblock-summary-path"

BLOCK = "opblock"
METHOD = "opblock-summary-method"
PATH = "data-path"
OPENED = "opblock-body"
SERVERS_ID = "servers"
COMPUTED_URL, BASE_URL = "computed-url", "base-url"

PARAMETER = "data-param-name"
REQUEST_BODY = "opblock-section-request-body"
TITLE = "opblock-title"
FORM_ROW = "parameters"
MEDIA_TYPES = selector(f".//select[{has_class('content-type')} or ../self::*[{has_class('content-type-wrapper')}]]/option")
PARAMETER_NAME = selector(f".//*[{has_class('parameter__name')}]")
PARAMETER_TYPE = first(f".//*[{has_class('parameter__type')}]")
PARAMETER_DEPRECATED = selector(f".//*[{has_class('parameter__deprecated')}]")
PARAMETER_VALUES = selector(f".//*[{has_class('parameter__enum')}]")
PARAMETER_DEFAULT = selector(f".//*[{has_class('parameter__default')}]")

RESPONSE = "response"
STATUS = selector(f"./td[{has_class('response-col_status')}]")
HEADER_ROWS = selector(f".//table[{has_class('headers')}]//tr[./td]")

#: Where a schema stands: the outermost article of an OpenAPI 3.1 schema, or the model box of an older one.
SCHEMA, MODEL = "json-schema-2020-12", "model-box"

# -- OpenAPI 3.1
HEAD, BODY = "json-schema-2020-12-head", "json-schema-2020-12-body"
NAME = "json-schema-2020-12__title"
TYPE = "json-schema-2020-12__attribute--primary"
FLAG = "json-schema-2020-12__attribute--warning"
CONSTRAINT = "json-schema-2020-12__constraint"
#: What opens and closes parts of a schema.
SWITCHES = ("json-schema-2020-12-accordion", "model-box-control")
KEYWORD = "json-schema-2020-12-keyword--"
REQUIRED_PROPERTY = "json-schema-2020-12-property--required"
VIEWER = "json-schema-2020-12-json-viewer"
VIEWER_NAME = "json-schema-2020-12-json-viewer__name"
VIEWER_VALUE = "json-schema-2020-12-json-viewer__value"
VIEWER_VALUES = selector(f"./ul/li/*/*[{has_class(VIEWER_VALUE)}]")
NAMING = ("properties",)
ITEMS = ("items",)
FREE = ("additionalProperties", "patternProperties")
VARIANTS = ("anyOf", "oneOf")

# -- OpenAPI 2.0 and 3.0
MODEL_TABLE = "model"
PROPERTY_ROWS = selector(f".//table[{has_class(MODEL_TABLE)}]//tr[count(./td) >= 2]")
PROPERTY_ROW = "property-row"
PRIMITIVES = selector(f"./descendant::*[{has_class('property')} and {has_class('primitive')}]")
ENUM_OF = f"{has_class('prop-enum')}"
ENUMS = selector(f".//*[{ENUM_OF}]")
UNION_ROWS = ("anyOf", "oneOf")
#: ``name: value`` lines below a type -> the fact they state.
PRIMITIVE_LABELS = {
    "nullable": "nullable", "readOnly": "read_only", "writeOnly": "write_only", "deprecated": "deprecated", "default": "default",
    "minimum": "minimum", "maximum": "maximum", "multipleOf": "multiple_of", "minLength": "min_length", "maxLength": "max_length",
    "pattern": "pattern", "minItems": "min_items", "maxItems": "max_items", "uniqueItems": "unique_items",
    "minProperties": "min_properties", "maxProperties": "max_properties",
}  # fmt: skip
