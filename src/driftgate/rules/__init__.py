"""Turns changes and conflicts into drifts. ``RULES`` is the whole table; each rule has its page in ``rules/pages``."""

from __future__ import annotations

from driftgate.rules import (
    bodies,
    client_conflicts,
    docs_structure,
    error_shape,
    lifecycle,
    operations,
    parameters,
    request_conditions,
    request_fields,
    request_limits,
    request_types,
    request_unions,
    request_values,
    response_conditions,
    response_fields,
    response_headers,
    response_limits,
    response_types,
    response_unions,
    response_values,
    security,
)
from driftgate.rules.rule import Drift, Impact, Rule, Severity

RULES: tuple[Rule, ...] = (
    *docs_structure.RULES,
    *operations.RULES,
    *lifecycle.OPERATION_RULES,
    *security.RULES,
    *bodies.BODY_RULES,
    *bodies.ANSWER_RULES,
    *parameters.RULES,
    *request_fields.RULES,
    *request_types.RULES,
    *request_values.RULES,
    *request_limits.RULES,
    *request_unions.RULES,
    *request_conditions.RULES,
    *response_fields.RULES,
    *response_headers.RULES,
    *error_shape.RULES,
    *response_types.RULES,
    *response_values.RULES,
    *response_limits.RULES,
    *response_unions.RULES,
    *response_conditions.RULES,
    *lifecycle.FIELD_RULES,
    *client_conflicts.RULES,
)

__all__ = ["RULES", "Drift", "Impact", "Rule", "Severity"]
