"""Judges the conformance cases of a well-known OpenAPI diff tool: breaking or not, silence on equals, family of what is found.

Run ``python benchmarks/conformance.py`` (``-v`` lists every case that is excluded or not right). The cases live in
``$DRIFTGATE_SHARED/conformance``; where they are absent the benchmark says so and measures nothing. Exit code 1 below the bars.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from conformance_tables import BOOKKEEPING, FAMILY_OTHERWISE, JUDGED_OTHERWISE, families_of
from driftgate.contract import Contract
from driftgate.diff.documents import document_changes
from driftgate.extract.openapi.load import RefusedError, load
from driftgate.extract.openapi.read import read
from driftgate.rules import Drift, Severity
from driftgate.rules.judge import judge

CASES = Path(os.environ.get("DRIFTGATE_SHARED", Path(__file__).parents[2] / "shared")) / "conformance"
BALANCED_BAR, FAMILY_BAR = 0.97, 0.95


@dataclass(frozen=True)
class Case:
    """One pair of documents and what must be found."""

    name: str
    base: str
    revision: str
    breaking: bool
    equal: bool
    families: frozenset[str]
    excluded: str  # why the case does not apply, empty if it does


@dataclass(frozen=True)
class Result:
    case: Case
    drifts: tuple[Drift, ...]

    @property
    def breaking(self) -> bool:
        return any(drift.severity is Severity.BREAKING for drift in self.drifts)

    @property
    def families(self) -> frozenset[str]:
        return frozenset(family for drift in self.drifts for family in families_of(drift.rule, drift.subject))

    @property
    def right(self) -> bool:
        """Breaking or not; of equal documents nothing may be said at all."""
        return not self.drifts if self.case.equal else self.breaking is self.case.breaking

    @property
    def family_right(self) -> bool:
        return self.case.families <= self.families


def case_of(data: Mapping[str, object]) -> Case:
    families = frozenset(str(name) for name in _list(data["families"])) - BOOKKEEPING
    return Case(
        name=str(data["name"]),
        base=str(data["base"]),
        revision=str(data["revision"]),
        breaking=data["breaking"] is True,
        equal=data.get("no_change") == "must",
        families=families,
        excluded=_excluded(data),
    )


def _excluded(data: Mapping[str, object]) -> str:
    if not data["wire"]:
        return "only lifecycle, version, tag or component bookkeeping is involved"
    return JUDGED_OTHERWISE.get(str(data["name"]), "")


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def contracts(path: str) -> tuple[Contract, ...]:
    return read(load((CASES / path).read_text(encoding="utf-8")), None, "openapi").contracts


def run(case: Case) -> Result:
    found = document_changes(contracts(case.base), contracts(case.revision))
    return Result(case, tuple(drift for operation, several in found for drift in judge(several, operation=str(operation))))


def share(results: Iterable[bool]) -> float:
    flags = list(results)
    return sum(flags) / len(flags) if flags else 1.0


def balanced(results: Iterable[Result]) -> float:
    """The mean of the two shares of right answers, over breaking cases and over the others."""
    known = list(results)
    return sum(share(r.right for r in known if r.case.breaking is side) for side in (True, False)) / 2


def with_families(results: Iterable[Result]) -> list[Result]:
    """The results that say something about families: cases of equal documents and listed ones do not."""
    return [r for r in results if r.case.families and not r.case.equal and r.case.name not in FAMILY_OTHERWISE]


def measure(cases: Iterable[Case]) -> tuple[list[Result], list[str]]:
    """Every case's result, and the names of those whose documents the reader refused."""
    results, refused = [], []
    for case in cases:
        try:
            results.append(run(case))
        except RefusedError as error:
            refused.append(f"{case.name}: {error}")
    return results, refused


def main(verbose: bool) -> int:
    if not (CASES / "cases.json").is_file():
        print(f"skipped: no conformance cases at {CASES} (set DRIFTGATE_SHARED)")
        return 0
    cases = [case_of(data) for data in json.loads((CASES / "cases.json").read_text(encoding="utf-8"))]
    results, refused = measure(cases)
    applicable = [result for result in results if not result.case.excluded]
    print(f"cases {len(cases)}, refused by the reader {len(refused)}, excluded {len(results) - len(applicable)}:")
    for reason, count in Counter(result.case.excluded for result in results if result.case.excluded).most_common():
        print(f"  {count:3} {reason}")
    equal = [result for result in results if result.case.equal]
    score, families = balanced(applicable), share(r.family_right for r in with_families(applicable))
    print(f"breaking or not, balanced: {score:.1%} of {len(applicable)} applicable (all cases: {balanced(results):.1%})")
    everywhere = share(r.family_right for r in results if r.case.families and not r.case.equal)
    print(f"family: {families:.1%} of {len(with_families(applicable))} (all cases: {everywhere:.1%})")
    print(f"reports on equal documents: {sum(bool(r.drifts) for r in equal)} of {len(equal)}")
    if verbose:
        _list_all(results, refused)
    good = score >= BALANCED_BAR and families >= FAMILY_BAR and not any(r.drifts for r in equal) and not refused
    return 0 if good else 1


def _list_all(results: Iterable[Result], refused: Iterable[str]) -> None:
    for line in refused:
        print(f"refused   {line}")
    for result in results:
        state = "excluded " if result.case.excluded else "not right" if not result.right else "family   "
        if result.case.excluded:
            print(f"{state} {result.case.name}: {result.case.excluded} ({'right' if result.right else 'otherwise'})")
        elif result.case.name in FAMILY_OTHERWISE:
            print(f"no family {result.case.name}: {FAMILY_OTHERWISE[result.case.name]}")
        elif not result.right or not result.family_right:
            missing = ", ".join(sorted(result.case.families - result.families))
            print(f"{state} {result.case.name}: {[d.rule for d in result.drifts][:5]} missing: {missing}")


if __name__ == "__main__":
    sys.exit(main("-v" in sys.argv[1:]))
