"""What a rule is, and what it makes of a change: a drift. Nothing is registered; the tables are in the family modules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from driftgate.contract import Source
from driftgate.diff.changes import Change
from driftgate.diff.conflicts import Conflict


class Severity(StrEnum):
    """How bad, worst first."""

    BREAKING = "breaking"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 is worst."""
        return list(Severity).index(self)

    def at_least(self, threshold: Severity) -> bool:
        return self.rank <= threshold.rank


class Impact(StrEnum):
    """What of the client a drift touches."""

    SENDS = "sends"
    READS = "reads"
    UNUSED = "unused"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One judgement. id: kebab-case, names the fault, never changes; since: the release that brought it;
    matches: whether this change or conflict is this fault. The prose lives in ``rules/pages/<id>.md``."""

    id: str
    severity: Severity
    since: str
    matches: Callable[[Change | Conflict], bool]


def breaking(rule_id: str, matches: Callable[[Change | Conflict], bool], since: str = "0.1") -> Rule:
    """A rule for what makes a correct client fail or misread."""
    return Rule(id=rule_id, severity=Severity.BREAKING, since=since, matches=matches)


def warning(rule_id: str, matches: Callable[[Change | Conflict], bool], since: str = "0.1") -> Rule:
    """A rule for what may make a correct client fail, or announces it."""
    return Rule(id=rule_id, severity=Severity.WARNING, since=since, matches=matches)


def info(rule_id: str, matches: Callable[[Change | Conflict], bool], since: str = "0.1") -> Rule:
    """A rule for what leaves a correct client working."""
    return Rule(id=rule_id, severity=Severity.INFO, since=since, matches=matches)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """A judged change or conflict. All texts are one line; the ones from a page are unneutralised: renderers neutralise.

    subject: the field key, or ``operation``, ``servers``, ``security``, ``media-type:body``, ``status:429``,
    ``page:help_center``;
    before/after: short renderings of the two values; message: one sentence of what moved; why: why it matters; advice: what to do
    next; touched: names of the client contracts it touches (``""`` is the unnamed one); fingerprint: 12 hex digits, stable across
    runs and machines.
    """

    rule: str
    severity: Severity
    operation: str
    subject: str
    before: str
    after: str
    message: str
    why: str
    advice: str
    impact: Impact = Impact.UNKNOWN
    touched: tuple[str, ...] = ()
    source: Source | None = None
    fingerprint: str = ""
