"""Applies waivers: which drifts are excepted, and what a person must know about the exceptions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from fnmatch import fnmatchcase

from driftgate.gate.verdict import Waiver
from driftgate.rules.explain import RENAMED_RULES
from driftgate.rules.rule import Drift

#: How long before its end a waiver warns.
NOTICE = timedelta(days=14)


def waived(drift: Drift, waivers: Iterable[Waiver], target: str, today: date) -> bool:
    """Whether a waiver that has not ended excepts this drift."""
    return any(not has_ended(waiver, today) and covers(waiver, drift, target) for waiver in waivers)


def covers(waiver: Waiver, drift: Drift, target: str) -> bool:
    """Whether a waiver speaks of this drift. One that names neither fingerprint nor rule speaks of none."""
    if waiver.target and waiver.target != target:
        return False
    if waiver.fingerprint:
        return waiver.fingerprint == drift.fingerprint
    same_rule = bool(waiver.rule) and RENAMED_RULES.get(waiver.rule, waiver.rule) == drift.rule
    return same_rule and (not waiver.place or fnmatchcase(drift.subject, _glob(waiver.place)))


def has_ended(waiver: Waiver, today: date) -> bool:
    """A waiver holds through the day it names."""
    return today > waiver.until


def notices(waivers: Iterable[Waiver], drifts: Sequence[Drift], target: str, today: date) -> tuple[str, ...]:
    """What to say beside one target's drifts: which waivers that matter to it lapsed or end soon."""
    mine = (waiver for waiver in waivers if any(covers(waiver, drift, target) for drift in drifts))
    return tuple(text for waiver in mine if (text := _ending(waiver, today)))


def unmatched(waivers: Iterable[Waiver], drifts: Mapping[str, Sequence[Drift]], today: date) -> tuple[str, ...]:
    """What to say once per run, after all targets: which waivers except nothing. drifts: all that were found, by target."""
    found = [(target, drift) for target, several in drifts.items() for drift in several]
    idle = (waiver for waiver in waivers if not any(covers(waiver, drift, target) for target, drift in found))
    return tuple(
        f"{_label(waiver)} matches nothing{_since(waiver, today)}: remove it, or correct what it names" for waiver in idle
    )


def _ending(waiver: Waiver, today: date) -> str:
    if has_ended(waiver, today):
        return f"{_label(waiver)} lapsed on {waiver.until}: what it excepted counts again"
    if waiver.until - today <= NOTICE:
        return f"{_label(waiver)} ends on {waiver.until}: fix the client, approve the change, or renew the waiver with a reason"
    return ""


def _since(waiver: Waiver, today: date) -> str:
    return f" and lapsed on {waiver.until}" if has_ended(waiver, today) else ""


def _label(waiver: Waiver) -> str:
    where = f" at {waiver.place}" if waiver.place else ""
    return f"the waiver of {waiver.fingerprint or waiver.rule}{where} ({waiver.reason}; {waiver.owner})"


def _glob(place: str) -> str:
    """Field paths contain ``[]``, which a user means literally; only ``*`` and ``?`` are wild."""
    return place.replace("[", "[[]")
