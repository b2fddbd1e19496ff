"""How a call proves who makes it, from OpenAPI's security requirements and schemes."""

from __future__ import annotations

from collections.abc import Mapping

from driftgate.contract import SecurityRequirement, SecurityScheme, Source
from driftgate.extract.extraction import Gap, GapKind

_AUTHORIZATION = ("header", "Authorization")
_HEADER_SCHEMES = frozenset(("oauth2", "openIdConnect"))
_WORDS = ("bearer", "basic", "digest")


def security(stated: object, schemes: Mapping[str, object], gaps: list[Gap]) -> tuple[SecurityRequirement, ...] | None:
    """The alternatives that a ``security`` list states, in one order; None where it is absent."""
    if not isinstance(stated, list):
        return None
    found = {_requirement(entry, schemes, gaps) for entry in stated if isinstance(entry, Mapping)}
    return tuple(sorted((r for r in found if r is not None), key=_order))


def _requirement(entry: Mapping[str, object], schemes: Mapping[str, object], gaps: list[Gap]) -> SecurityRequirement | None:
    parts = []
    for name, scopes in entry.items():
        scheme = schemes.get(name)
        if not isinstance(scheme, Mapping):
            gaps.append(Gap(GapKind.REFERENCE, Source(element=f"/components/securitySchemes/{name}")))
            continue
        parts.append(scheme_of(scheme, scopes if isinstance(scopes, list) else []))
    return tuple(sorted(set(parts), key=_key)) if parts or not entry else None


def scheme_of(scheme: Mapping[str, object], scopes: list[object]) -> SecurityScheme:
    """One security scheme object (2.0 or 3.x) with the scopes that a requirement asks for."""
    kind = str(scheme.get("type", ""))
    named = tuple(sorted({str(scope) for scope in scopes}))
    if kind == "apiKey":
        return SecurityScheme(scheme=kind, place=str(scheme.get("in", "")), name=str(scheme.get("name", "")))
    if kind == "http":
        word = str(scheme.get("scheme", "")).lower()
        return SecurityScheme(scheme=word, place=_AUTHORIZATION[0], name=_AUTHORIZATION[1], scopes=named)
    if kind == "basic" or kind in _HEADER_SCHEMES:
        return SecurityScheme(scheme=kind, place=_AUTHORIZATION[0], name=_AUTHORIZATION[1], scopes=named)
    return SecurityScheme(scheme=kind, scopes=named)


def from_authorization(parameter: Mapping[str, object]) -> SecurityScheme:
    """The scheme that an ``Authorization`` header parameter means: some documents give it as one of many headers."""
    schema = parameter.get("schema")
    texts = [parameter.get(key) for key in ("example", "default", "description")]
    texts += [schema.get(key) for key in ("example", "default", "description", "pattern")] if isinstance(schema, Mapping) else []
    words = " ".join(text for text in texts if isinstance(text, str)).lower()
    kind = next((word for word in _WORDS if word in words), "apiKey")
    return SecurityScheme(scheme=kind, place=_AUTHORIZATION[0], name=_AUTHORIZATION[1])


def is_credential(place: str, name: str, requirements: tuple[SecurityRequirement, ...] | None) -> bool:
    """Whether a parameter is the credential that a security scheme speaks of already."""
    schemes = [scheme for requirement in requirements or () for scheme in requirement]
    return any(scheme.place == place and scheme.name.lower() == name.lower() for scheme in schemes)


def _key(scheme: SecurityScheme) -> tuple[str, str, str, tuple[str, ...]]:
    return (scheme.scheme, scheme.place, scheme.name, scheme.scopes)


def _order(requirement: SecurityRequirement) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [_key(scheme) for scheme in requirement]
