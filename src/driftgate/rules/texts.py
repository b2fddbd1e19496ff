"""Short renderings of contract values, for messages and fingerprints: the same value always gives the same text."""

from __future__ import annotations

from driftgate.contract import Facts, FactValue, Field, SecurityRequirement, SecurityScheme, ordered

#: A value in a message is cut at this length; fingerprints are made of the whole.
LONGEST = 200
NOT_STATED = "not stated"


def named(field: Field) -> str:
    """A field as a sentence calls it: ``body field `model```, ``200 header `X-Id```."""
    where = f"{field.place} ({field.media_type})" if field.media_type else field.place
    return f"{where} {'header' if field.in_header else 'field'} `{field.path}`"


def facts_text(facts: Facts) -> str:
    """The facts of a field in the order of the table: ``type string, required``. No facts are ``stated``."""
    return ", ".join(f"{name} {value_text(value)}" for name, value in ordered(facts).items()) or "stated"


def value_text(value: FactValue) -> str:
    """One value; a set is sorted, so that its order is no difference."""
    if isinstance(value, tuple):
        return "[" + ", ".join(sorted(map(value_text, value))) + "]"
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else str(value)


def short(text: str) -> str:
    """A text cut to what fits into a message."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def security_text(security: tuple[SecurityRequirement, ...] | None) -> str:
    """Ways to authenticate, each with the schemes needed together."""
    if security is None:
        return NOT_STATED
    ways = (" + ".join(_scheme_text(scheme) for scheme in way) or "none" for way in security)
    return " or ".join(sorted(ways)) or "none"


def _scheme_text(scheme: SecurityScheme) -> str:
    where = f" in {scheme.place} {scheme.name}".rstrip() if scheme.place or scheme.name else ""
    return f"{scheme.scheme}{where}" + (f" [{', '.join(sorted(scheme.scopes))}]" if scheme.scopes else "")
