"""Tables of the conformance benchmark: the other tool's family of each rule; where we judge otherwise, and why."""

from __future__ import annotations

import re

#: Families of the other tool that say nothing about the wire.
BOOKKEEPING = frozenset({"tags/operationId metadata", "info.version policy", "components (schemas removed)"})

_SAME_SHAPE = "the alternative or part that came or went is, field for field, one that stays: nothing changes on the wire"

#: Cases in which a consumer of a documented contract rightly judges otherwise.
JUDGED_OTHERWISE = {
    "TestBreaking_Servers": "the base URL is where a client of documentation sends its requests: another one is breaking",
    "TestBreaking_AddPatternRecursive": "the field is read-only, so a pattern on it binds nobody who sends requests",
    "TestBreaking_RequestParameterMaxItemsWithoutFlatten": "the tool needs an option to see path-level parameters",
    "TestBreaking_RequestPropertyAllOfAdded": _SAME_SHAPE,
    "TestRequestBodyAnyOfMultiMediaTypeDetails": _SAME_SHAPE,
    "TestResponsePropertyEnumValueAdded": "a value that a strict reader does not know is breaking to read",
    "TestTransitionClaims_RealChangeAlongsideTransitionStillReported": "every value that was allowed stays allowed",
    "TestRequestBodyTypeRemovedEntirelyStaysNullable": "a schema with properties and no type is read as an object, without null",
}

_UNUSED_SCHEME = "a security scheme that no operation uses is part of no contract"

#: Cases in which nothing, or something else, is rightly found; they count for breaking or not, but not for the family.
FAMILY_OTHERWISE = {
    "TestComponentSecurityOauthScopeAdded": _UNUSED_SCHEME,
    "TestComponentSecurityOauthScopeRemoved": _UNUSED_SCHEME,
    "TestComponentSecurityOauthTokenUpdated": _UNUSED_SCHEME,
    "TestComponentSecurityOauthURLUpdated": _UNUSED_SCHEME,
    "TestRequestPropertyAllOfAdded_AnnotationOnly_AtProperty_EmitsInfo": "a part that only annotates changes nothing",
    "TestRequestPropertyAllOfAdded_AnnotationOnly_EmitsInfo": "a part that only annotates changes nothing",
    "TestRequestPropertyAnyOfAdded": _SAME_SHAPE,
    "TestBreaking_WriteOnlyPropertyRequiredDisabled": "a write-only field is never answered, required or not",
    "TestResponsePropertyAllOfAdded_WithSources_Inline": "allOf is merged: what it adds is told as the field that it is",
}

_UNIONS = "{kind} composition (oneOf/anyOf/allOf/discriminator/2020-12 keywords)"
_LIMITS = "{kind} constraints (min/max/length/pattern/items)"
_TYPES = "{kind} type/format"
_EXISTENCE = "{side} existence"

#: Rule pattern, and the families that such a drift stands for. A keyword that we keep as one line stands for what is in it.
_RULE_FAMILIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"operation-(removed|added)|announced-operation-removed", ("endpoint existence",)),
    (r"operation-(deprecated|undeprecated|sunset.*|stability.*)", ("endpoint deprecation/sunset/stability",)),
    (r"security-.*", ("security",)),
    (r"request-body-.*", ("request body existence/required",)),
    (r"request-media-type-.*", ("request media type",)),
    (r"response-media-type-.*", ("response media type", "response status/media type")),
    (r"(success|error)-status-.*", ("response status/media type",)),
    (r"field-.*", ("{side} deprecation/sunset/stability",)),
    (r".*-(read|write)-only-field-changed", ("{kind} readOnly/writeOnly", _LIMITS, "{kind} enum/const", _EXISTENCE)),
    (r"(parameter|request-field)-added-required", (_EXISTENCE, "{kind} default")),
    (r"(parameter|request-field|response-field|response-optional-field|error-field)-(added|removed|renamed)", (_EXISTENCE,)),
    (r"required-parameter-renamed|request-required-field-renamed", (_EXISTENCE,)),
    (r"response-(optional-)?header-.*", ("response header",)),
    (r".*(became-required|became-optional|requiredness-(un)?stated)", ("{kind} required/nullable",)),
    (r".*(nullable|nullability-stated)", ("{kind} required/nullable", _TYPES)),
    (r".*default-changed", ("{kind} default",)),
    (r".*-type-(un)?stated", (_TYPES, "{kind} media type")),
    (r".*-(type|format)-.*", (_TYPES,)),
    (r".*-(enum|const)-.*", ("{kind} enum/const",)),
    (r".*-(limit|pattern)-.*", (_LIMITS,)),
    (r".*-condition-.*", (_UNIONS, _LIMITS, "{kind} enum/const")),
    (r".*-content-coding-changed", (_UNIONS, _TYPES, _EXISTENCE)),
    (r".*-(alternative|part|tuple-item|any-of|discriminator)-.*", (_UNIONS,)),
    (r".*-access-changed", ("{kind} readOnly/writeOnly",)),
)
_PARAMETERS = ("path", "query", "header", "cookie")

#: The tool's own names where parameters have shorter ones.
_PARAMETER_NAMES = {
    "parameter enum/const": "parameter enum",
    "parameter constraints (min/max/length/pattern/items)": "parameter constraints",
}


def families_of(rule: str, subject: str) -> frozenset[str]:
    """The other tool's families that one of our drifts stands for."""
    place = re.split(r"[:.(]", subject.removeprefix("media-type:"), maxsplit=1)[0]
    kind = "parameter" if place in _PARAMETERS else "request" if place == "body" else "response"
    side = kind if kind == "parameter" else f"{kind} property"
    if ".header:" in subject:
        return frozenset({"response header"})
    families = next((known for pattern, known in _RULE_FAMILIES if re.fullmatch(pattern, rule)), (rule,))
    spelled = (family.format(kind=kind, side=side) for family in families)
    return frozenset(_PARAMETER_NAMES.get(family, family) for family in spelled)
