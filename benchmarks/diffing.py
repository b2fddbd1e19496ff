"""Measures diff and judge against a plain keyed dictionary comparison of the same fields, 1 % changed, side by side in one run.

Run ``python benchmarks/diffing.py``. Exit code 1 where the ratio is above the bar at any size.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter

from driftgate.contract import Contract, FactValue, Field, Operation, Response
from driftgate.diff.contracts import changes
from driftgate.rules.judge import judge

SIZES = (5_000, 50_000)
BAR = 5.0
ROUNDS = 9
OPERATION = Operation("POST", "/v1/orders")
Plain = dict[str, dict[str, FactValue]]


def facts_of(number: int) -> dict[str, FactValue]:
    facts: dict[str, FactValue] = {"type": "string", "required": number % 3 == 0, "max_length": 10 + number % 90}
    if number % 7 == 0:
        facts["enum"] = ("air", "road", f"way{number}")
    if number % 11 == 0:
        facts["default"] = f"value {number}"
    return facts


def contract(fields: Plain) -> Contract:
    """The fields as a contract, half of them in the request body, half in the response."""
    known = [Field(key.partition(":")[0], key.partition(":")[2], facts) for key, facts in fields.items()]
    return Contract(operation=OPERATION, fields={f.key: f for f in known}, responses={"200": Response()})


def documents(size: int) -> tuple[Plain, Plain]:
    """Two plain comparisons' worth of fields of which every hundredth changed, went or came."""
    before: Plain = {f"{('body', '200')[n % 2]}:group{n // 50}.field{n}": facts_of(n) for n in range(size)}
    after = {key: dict(facts) for key, facts in before.items()}
    chosen = random.Random(7).sample(sorted(before), size // 100)
    for number, key in enumerate(chosen):
        if number % 4 == 0:
            del after[key]
        elif number % 4 == 1:
            after[f"{key}_new{number}"] = {"type": "integer"}
        else:
            after[key]["max_length"] = 5
    shuffled = sorted(after.items(), key=lambda entry: hash_of(entry[0]))
    return before, dict(shuffled)


def hash_of(key: str) -> int:
    return sum(ord(char) * (place + 1) for place, char in enumerate(key)) % 9973


def by_hand(before: Plain, after: Plain) -> list[tuple[str, object, object]]:
    """What one writes without a library: missing, new, and the facts that differ."""
    found: list[tuple[str, object, object]] = [(key, facts, None) for key, facts in before.items() if key not in after]
    found += [(key, None, facts) for key, facts in after.items() if key not in before]
    for key, facts in before.items():
        if key in after and facts != after[key]:
            now = after[key]
            found += [
                (f"{key} {name}", facts.get(name), now.get(name)) for name in {*facts, *now} if facts.get(name) != now.get(name)
            ]
    return found


def side_by_side(ours: Callable[[], object], theirs: Callable[[], object]) -> tuple[float, float]:
    """Median seconds of both, measured in turns so that a slow moment hits both."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for one, kept in zip((ours, theirs), times, strict=True):
            start = perf_counter()
            one()
            kept.append(perf_counter() - start)
    return median(times[0]), median(times[1])


def main() -> int:
    worst = 0.0
    for size in SIZES:
        before, after = documents(size)
        old, new = contract(before), contract(after)
        found = len(changes(old, new))
        ours, hand = side_by_side(
            lambda old=old, new=new: judge(changes(old, new), operation=str(OPERATION)),  # type: ignore[misc]
            lambda before=before, after=after: by_hand(before, after),  # type: ignore[misc]
        )
        worst = max(worst, ours / hand)
        print(
            f"{size:6} fields, {found} changes: diff and judge {ours * 1e3:.1f} ms, "
            f"by hand {hand * 1e3:.1f} ms, ratio {ours / hand:.1f}"
        )
    print(f"bar: {BAR}")
    return 0 if worst <= BAR else 1


if __name__ == "__main__":
    sys.exit(main())
