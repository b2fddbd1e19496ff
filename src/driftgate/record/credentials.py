"""Which way of proving who calls a recorded request uses: the way, never the credential."""

from __future__ import annotations

from collections.abc import Mapping

from driftgate.contract import Contract, SecurityRequirement, SecurityScheme

#: Names that carry a key where the docs do not say. Compared in lower case.
KEY_HEADERS = ("x-api-key", "api-key", "apikey", "x-auth-token", "x-access-token", "x-goog-api-key")
KEY_PARAMETERS = ("api_key", "apikey", "key", "access_token", "token")
AUTHORIZATION = "authorization"


def security_of(
    headers: Mapping[str, str], query: Mapping[str, str], documented: Contract | None
) -> tuple[SecurityRequirement, ...] | None:
    """The one requirement that a request meets, None where no credential was seen."""
    schemes = _header_schemes(headers, documented) + _query_schemes(query, documented)
    return (tuple(schemes),) if schemes else None


def is_credential(name: str, documented: Contract | None) -> bool:
    """Whether a header or parameter of this name carries a credential."""
    known = {scheme.name.lower() for needed in (documented.security if documented else None) or () for scheme in needed}
    return name.lower() in {AUTHORIZATION, "cookie", "proxy-authorization", *KEY_HEADERS, *KEY_PARAMETERS, *known}


def _header_schemes(headers: Mapping[str, str], documented: Contract | None) -> list[SecurityScheme]:
    found = []
    for name, value in headers.items():
        if name.lower() == AUTHORIZATION:
            found.append(SecurityScheme(scheme=_authorization(value, documented), place="header", name="Authorization"))
        elif name.lower() in (*KEY_HEADERS, *_documented_names("header", documented)):
            spelled = _documented_names("header", documented).get(name.lower(), name)
            found.append(SecurityScheme(scheme="apiKey", place="header", name=spelled))
    return found


def _authorization(value: str, documented: Contract | None) -> str:
    """The scheme's word, if it is a known one: anything else could be the credential itself."""
    word = value.split(" ", 1)[0].lower() if " " in value.strip() else ""
    known = {"bearer": "bearer", "basic": "basic", "digest": "digest"}
    asked = {scheme.scheme for needed in (documented.security if documented else None) or () for scheme in needed}
    if word == "bearer" and "oauth2" in asked:
        return "oauth2"
    return known.get(word, "apiKey")


def _query_schemes(query: Mapping[str, str], documented: Contract | None) -> list[SecurityScheme]:
    names = {**{name: name for name in KEY_PARAMETERS}, **_documented_names("query", documented)}
    return [SecurityScheme(scheme="apiKey", place="query", name=name) for name in query if name.lower() in names]


def _documented_names(place: str, documented: Contract | None) -> dict[str, str]:
    """The names of documented keys in this place, by their lower-case spelling."""
    needed = (documented.security if documented else None) or ()
    return {scheme.name.lower(): scheme.name for each in needed for scheme in each if scheme.place == place and scheme.name}
