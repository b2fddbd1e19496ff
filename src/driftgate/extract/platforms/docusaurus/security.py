"""The security details beside the page's request form: one ``label: value`` line each."""

from __future__ import annotations

from lxml.html import HtmlElement

from driftgate.contract import SecurityRequirement, SecurityScheme
from driftgate.extract.markup import visible_text
from driftgate.extract.platforms.docusaurus import marks


def requirement(tree: HtmlElement) -> list[SecurityRequirement] | None:
    """The schemes the page shows as needed together, ``None`` where it shows none."""
    schemes = tuple(scheme for listing in marks.SECURITY(tree) if (scheme := _scheme(listing)) is not None)
    return [schemes] if schemes else None


def _scheme(listing: HtmlElement) -> SecurityScheme | None:
    told: dict[str, str] = {}
    for part in marks.SECURITY_PARTS(listing):
        label, found, value = visible_text(part).partition(":")
        if found:
            told.setdefault(label.strip().lower(), value.strip())
    kind = told.get("type", "")
    if kind == "apiKey":
        return SecurityScheme(scheme="apiKey", place=told.get("in", ""), name=told.get("name", ""))
    if kind == "http":
        return SecurityScheme(scheme=told.get("scheme", "http").lower(), place="header", name="Authorization")
    if not kind:
        return None
    scopes = tuple(sorted(scope.strip() for scope in told.get("scopes", "").split(",") if scope.strip()))
    return SecurityScheme(scheme=kind, scopes=scopes)
