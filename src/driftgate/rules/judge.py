"""Judges changes and conflicts: the first rule that matches makes a drift of each, and what no client uses weighs little."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from driftgate.contract import ClientContract
from driftgate.diff.changes import Change, FactChanged
from driftgate.diff.conflicts import Conflict
from driftgate.rules import RULES
from driftgate.rules.explain import RENAMED_RULES, advice, why
from driftgate.rules.explained import explains
from driftgate.rules.matching import FactMoved
from driftgate.rules.rule import Drift, Impact, Rule, Severity
from driftgate.rules.texts import short
from driftgate.rules.usage import impact_of
from driftgate.rules.wording import source_of, wording

Found = Change | Conflict
Severities = Sequence[tuple[str, Severity]] | Mapping[str, Severity]
Judged = tuple[Found, Drift]

#: What to do about a drift that touches no recorded client.
NOTHING_USES_IT = "No recorded client uses this: look at the page, then approve."


def judge(
    changes_and_conflicts: Iterable[Found],
    *,
    operation: str,
    clients: Sequence[ClientContract] = (),
    severities: Severities = (),
) -> tuple[Drift, ...]:
    """The drifts of one operation, worst first, then by subject and rule.

    clients: the recorded clients (none: every approved field counts as used); severities: the user's own severity by rule id.
    A conflict that a change explains is not told twice: the change takes its severity and its clients.
    """
    own = {RENAMED_RULES.get(rule_id, rule_id): severity for rule_id, severity in dict(severities).items()}
    judged = [(entry, _drift(entry, operation, clients, own)) for entry in changes_and_conflicts]
    drifts = _merged([*_with_conflicts(judged), *_unexplained(judged)])
    return tuple(sorted(drifts, key=lambda d: (d.severity.rank, d.operation, d.subject, d.rule, d.before, d.after)))


def rule_for(change: Found) -> Rule:
    """The rule that judges a change or conflict. Raises LookupError if the table has a hole, which a test rules out."""
    for rule in _candidates(change.fact if isinstance(change, FactChanged) else ""):
        if rule.matches(change):
            return rule
    raise LookupError(f"no rule matches {change!r}")


@cache
def _candidates(fact: str) -> tuple[Rule, ...]:
    """The rules that may match a change of this fact (``""``: any other change), those about nothing else first."""
    about = tuple(rule for rule in RULES if isinstance(rule.matches, FactMoved) and fact in rule.matches.names)
    return (*about, *(rule for rule in RULES if not isinstance(rule.matches, FactMoved)))


def fingerprint(rule_id: str, operation: str, subject: str, before: str, after: str) -> str:
    """Twelve hex digits that name one drift, on every machine and in every run."""
    text = "\x1f".join((rule_id, operation, subject, before, after))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _drift(change: Found, operation: str, clients: Sequence[ClientContract], own: Mapping[str, Severity]) -> Drift:
    rule, words = rule_for(change), wording(change)
    impact, touched = impact_of(change, clients)
    return Drift(
        rule=rule.id,
        severity=Severity.INFO if impact is Impact.UNUSED else own.get(rule.id, rule.severity),
        operation=operation,
        subject=words.subject,
        before=short(words.before),
        after=short(words.after),
        message=words.message,
        why=why(rule.id),
        advice=NOTHING_USES_IT if impact is Impact.UNUSED else advice(rule.id),
        impact=impact,
        touched=touched,
        source=source_of(change),
        fingerprint=fingerprint(rule.id, operation, words.subject, words.before, words.after),
    )


def _with_conflicts(judged: Sequence[Judged]) -> Iterable[Drift]:
    """The drifts of changes, each with the weight of the conflicts it explains."""
    conflicts = [(entry, drift) for entry, drift in judged if isinstance(entry, Conflict)]
    for entry, drift in judged:
        if not isinstance(entry, Conflict):
            caused = [theirs for conflict, theirs in conflicts if explains(entry, conflict)]
            yield _joined(drift, caused) if caused else drift


def _unexplained(judged: Sequence[Judged]) -> Iterable[Drift]:
    """The drifts of conflicts that no change of the docs explains."""
    changes = [entry for entry, _ in judged if not isinstance(entry, Conflict)]
    for entry, drift in judged:
        if isinstance(entry, Conflict) and not any(explains(change, entry) for change in changes):
            yield drift


def _merged(drifts: Iterable[Drift]) -> Iterable[Drift]:
    """The same conflict of two clients is one drift that touches both."""
    by_mark: dict[str, Drift] = {}
    for drift in drifts:
        known = by_mark.get(drift.fingerprint)
        by_mark[drift.fingerprint] = _joined(known, [drift]) if known else drift
    return by_mark.values()


def _joined(drift: Drift, others: Sequence[Drift]) -> Drift:
    worst = min((drift, *others), key=lambda one: one.severity.rank)
    touched = tuple(sorted({*drift.touched, *(name for other in others for name in other.touched)}))
    return replace(drift, severity=worst.severity, impact=others[0].impact, touched=touched)
