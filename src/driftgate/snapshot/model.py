"""The approved contract and what surrounds it in its file."""

from __future__ import annotations

from dataclasses import dataclass

from driftgate.contract import Contract

#: The format that is written. Format 1 kept less of what single alternatives of a union say: see ``formats``.
FORMAT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFrom:
    """The evidence a contract was read from. template: digest of the page's form."""

    url: str
    platform: str
    sha256: str
    template: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Who approved, when (ISO 8601, UTC) and why; digest: of the canonical contract, so that a merge or an edit is noticed."""

    by: str
    at: str
    note: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A documented contract in a file. review is None while it is pending; base: the digest of the approved snapshot that a
    pending one was compared with (empty if there was none), so that a stale approval is refused."""

    target: str
    contract: Contract
    reference: str
    read_from: ReadFrom
    review: Review | None = None
    base: str = ""
    contradictions: tuple[str, ...] = ()  # "key fact: used / other", known at review
    format: int = FORMAT
    gaps: tuple[str, ...] = ()  # "kind after key", a line for each part of the page that the review did not cover
