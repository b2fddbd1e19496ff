"""What a column of a table may say about its row."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a column of a table says about its row."""

    NAME = "name"
    TYPE = "type"
    REQUIRED = "required"
    OPTIONAL = "optional"
    DESCRIPTION = "description"
    DEFAULT = "default"
    PLACE = "place"
    ENUM = "enum"
    FORMAT = "format"
    LIMITS = "limits"
    NULLABLE = "nullable"
    DEPRECATED = "deprecated"
    NOTES = "notes"
    HEADER_NAME = "header name"
    STATUS = "status"
    VALUE = "value"
    METHOD = "method"
    URL = "url"
    CODE = "code"
    MEANING = "meaning"
    SCHEMA = "schema"
    ASIDE = "aside"  # says something that is no contract: example, unit, version
