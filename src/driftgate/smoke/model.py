"""The values of a smoke run: what is sent, what came back (shapes only), and the log line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Outcome(StrEnum):
    """How one smoke case ended. The words are fixed and go into reports."""

    PASSED = "passed"
    SKIPPED = "skipped"
    FAILED = "failed"
    OUTAGE = "the API could not be reached or answered with an outage"
    UNKNOWN = "the request was sent and its outcome is not known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credential:
    """Where the credential comes from, never the credential. env: variable's name; the pinned origin is in ``<env>_ORIGIN``."""

    env: str
    scheme: str = "bearer"
    header: str = "Authorization"

    @property
    def origin_env(self) -> str:
        return f"{self.env}_ORIGIN"


@dataclass(frozen=True, slots=True, kw_only=True)
class FromEnv:
    """A value of a smoke request that is taken from an environment variable (a model name, say)."""

    env: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SmokeCase:
    """One small live request. body and query may hold :class:`FromEnv` leaves; omit: dotted field left out (error path);
    expect: statuses that count as the expected answer (empty: the documented ones)."""

    name: str  # happy_path or error_path
    body: Mapping[str, object] | None = None
    query: Mapping[str, object] = field(default_factory=dict)
    path: Mapping[str, object] = field(default_factory=dict)
    headers: Mapping[str, object] = field(default_factory=dict)
    omit: str = ""
    expect: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRequest:
    """One request, complete but for the credential. url: absolute, without secrets; body: JSON bytes or None."""

    case: str
    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes | None
    omitted: str = ""
    streaming: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the API answered. It stays inside the process: only judgements of it leave. body: bounded, decoded, maybe cut."""

    status: int
    media_type: str
    body: bytes
    complete: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class NoAnswer:
    """The request got no answer. sent: whether a byte of it may have reached the server; reason: fixed words."""

    sent: bool
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SmokeLine:
    """One line of the sanitized log: these keys and no free-form others. Booleans are None where the step was not run."""

    run_id: str
    reviewed_reference_url: str
    reviewed_at_utc: str
    environment: str
    request_case: str
    documented_endpoint_verified: bool | None
    documented_request_fields_verified: bool | None
    response_shape_observed: bool | None
    error_handling_observed: bool | None
    credential_exposed: bool
    operator_notes: str
    http_status: int | None
    observed_at_utc: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseResult:
    """One case's result for the report: outcome, one fixed sentence why, and its log line (None where nothing was sent)."""

    case: str
    outcome: Outcome
    reason: str
    line: SmokeLine | None = None
