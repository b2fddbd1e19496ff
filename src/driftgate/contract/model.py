"""The values that everything else is about: a contract and the facts it is made of.

Pure values, no I/O. Order of fields never matters: a contract keys its fields, and the codec sorts them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from driftgate.contract.facts import Facts, FactValue

PARAMETER_PLACES = ("path", "query", "header", "cookie")
REQUEST_PLACES = (*PARAMETER_PLACES, "body")

#: The path of a field that is a whole body (an array, a union, a bare string).
ROOT = "$"


def is_error_status(status: str) -> bool:
    """Whether a documented status is an error's: 4XX, 5XX, and ``default``, which stands for what else may happen."""
    return status[:1] in ("4", "5") or status == "default"


class Direction(StrEnum):
    """Who writes the value: the client (request) or the vendor (response)."""

    REQUEST = "request"
    RESPONSE = "response"


class Certainty(StrEnum):
    """How surely a fact was read, surest first."""

    STATED = "stated"  # a machine-readable document says it
    READ = "read"  # the page's own field markup or table says it
    MINED = "mined"  # only a sentence says it
    INFERRED = "inferred"  # only an example shows it


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where on a page a fact stands.

    line: 1-based line of the page's text where known; element: a short element path or JSON pointer;
    quote: the words themselves, at most 200 characters; reader: the platform module that read them.
    """

    url: str = ""
    line: int | None = None
    element: str = ""
    quote: str = ""
    reader: str = ""
    certainty: Certainty = Certainty.READ


@dataclass(frozen=True, slots=True)
class Operation:
    """HTTP method (upper case) and path template (``{name}`` style, leading slash)."""

    method: str
    path: str

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


@dataclass(frozen=True, slots=True)
class Field:
    """One named value in a contract.

    place: ``path query header cookie body`` or a response status (``200``, ``4XX``, ``default``);
    path: dotted, ``[]`` for array items, ``.*`` for map values, ``$`` for the body itself;
    facts: see :mod:`driftgate.contract.facts`; a fact that is not stated is absent;
    media_type: only where a second media type has fields of its own, else empty;
    in_header: a response header rather than a property of the response body;
    source and fact_sources are facts of the run and take no part in comparison.
    """

    place: str
    path: str
    facts: Facts = field(default_factory=dict)
    media_type: str = ""
    in_header: bool = False
    source: Source | None = field(default=None, compare=False, repr=False)
    fact_sources: Mapping[str, Source] = field(default_factory=dict, compare=False, repr=False)

    @property
    def key(self) -> str:
        """Unique in a contract: ``body:messages[].role``, ``200:id``, ``200(text/event-stream):id``, ``200.header:X-Id``."""
        where = f"{self.place}({self.media_type})" if self.media_type else self.place
        return f"{where}.header:{self.path}" if self.in_header else f"{where}:{self.path}"

    @property
    def name(self) -> str:
        """The last named segment of the path."""
        return self.path.rsplit(".", 1)[-1].removesuffix("[]")

    @property
    def direction(self) -> Direction:
        return Direction.REQUEST if self.place in REQUEST_PLACES else Direction.RESPONSE

    @property
    def type(self) -> str | None:
        value = self.facts.get("type")
        return value if isinstance(value, str) else None

    @property
    def required(self) -> bool | None:
        return self.flag("required")

    @property
    def enum(self) -> tuple[FactValue, ...] | None:
        value = self.facts.get("enum")
        return value if isinstance(value, tuple) else None

    def flag(self, name: str) -> bool | None:
        """The stated truth of a flag fact, or None where the docs do not say."""
        value = self.facts.get(name)
        return value if isinstance(value, bool) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityScheme:
    """One way to prove who calls: scheme is ``bearer basic apiKey oauth2 openIdConnect mutualTLS digest``…"""

    scheme: str
    place: str = ""  # header, query or cookie
    name: str = ""  # header, parameter or cookie name
    scopes: tuple[str, ...] = ()


#: All schemes of one requirement are needed together; the requirements of a contract are alternatives.
#: An empty requirement means that anonymous calls are documented.
SecurityRequirement = tuple[SecurityScheme, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the docs say of the request body as a whole."""

    media_types: tuple[str, ...] = ()
    required: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What the docs say of one response status as a whole."""

    media_types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """What the docs promise about one operation.

    servers: base URLs, in the page's order; security: None = not stated; responses: by status;
    fields: every request and response field by :attr:`Field.key`; facts: ``deprecated``, ``sunset``,
    ``stability`` of the operation itself.
    """

    operation: Operation
    servers: tuple[str, ...] = ()
    security: tuple[SecurityRequirement, ...] | None = None
    request: Request = Request()
    responses: Mapping[str, Response] = field(default_factory=dict)
    fields: Mapping[str, Field] = field(default_factory=dict)
    facts: Facts = field(default_factory=dict)
    source: Source | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """How a client contract came to be. at: ISO 8601 in UTC."""

    source: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientContract:
    """What this client sends and reads, recorded; shapes only, never values of a user.

    sends: request fields by key (facts ``type`` and ``values``);
    reads: response fields by key, whose place is a status or ``error`` (any documented or known error answer).
    """

    operation: Operation
    base_url: str
    security: tuple[SecurityRequirement, ...] | None = None
    sends: Mapping[str, Field] = field(default_factory=dict)
    reads: Mapping[str, Field] = field(default_factory=dict)
    recorded: Recorded | None = None
    name: str = ""
