"""What a reader gives back: contracts, and what proves or weakens the reading."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from driftgate.contract import Contract, Operation, Source


class GapKind(StrEnum):
    """What sort of contract-looking thing was not understood."""

    HEADER = "a table header that no column role is known for"
    ROW = "a row without a readable field name"
    TYPE = "a type that could not be named"
    NESTING = "a row whose parent is not known"
    REFERENCE = "a reference that leads nowhere"
    REMOTE_REFERENCE = "a reference to another document, which is not followed"
    SECTION = "a section that announces fields and holds none that could be read"
    DUPLICATE = "a field that stands twice with different facts"
    PARAMETER_PLACE = "a parameter whose place is not said"
    COLLAPSED = "a part that only a click in a browser would show"
    LIMIT = "a part beyond a limit"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something on the page that looked like contract and was not understood.

    after: the key of the field that was read last before it, where a page is read row by row.
    """

    kind: GapKind
    source: Source
    after: str = ""


def gap_line(gap: Gap) -> str:
    """A gap as a snapshot notes it: no text of the page but the names of fields."""
    where = gap.after or (gap.source.element if gap.source.element.startswith(("/", "#/")) else "")
    return f"{gap.kind.name.lower().replace('_', ' ')}{f' after {where}' if where else ''}"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """The docs say two things about one fact. Both quotes are kept; ``used`` is the better evidence."""

    key: str  # field key, or "operation", "server", "security"
    fact: str
    used: str
    other: str
    used_source: Source | None = None
    other_source: Source | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that one reader found on one page.

    platform: the reader's NAME; contracts: one per operation found (a page may document several);
    rows_seen/rows_read: candidate rows or schema properties, and how many became fields;
    machine_readable: read from an OpenAPI document or other embedded data rather than from markup;
    """

    platform: str
    contracts: tuple[Contract, ...] = ()
    gaps: tuple[Gap, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    rows_seen: int = 0
    rows_read: int = 0
    machine_readable: bool = False

    @property
    def operations(self) -> tuple[Operation, ...]:
        return tuple(contract.operation for contract in self.contracts)
