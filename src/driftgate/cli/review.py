"""The review of a pending contract on a terminal: what differs, sorted by how much thought it needs, and a question for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

import click

from driftgate.pipeline.approve import Review
from driftgate.report.neutral import neutral
from driftgate.snapshot.review import Category, Part

ADVICE = {
    Category.MEANING: "needs thought",
    Category.GONE: "needs thought",
    Category.NEW: "nothing that you use has moved",
    Category.WORDING: "the same call",
}
#: A first review lists this many parts; the rest is in the pending file.
MOST_SHOWN = 40


def shown(review: Review) -> str:
    """What a reviewer has to look at, as text."""
    candidate = review.candidate
    lines = [f"{candidate.target}: {candidate.contract.operation}", f"read from {neutral(candidate.read_from.url)}"]
    for category, parts in groupby(review.parts, key=lambda part: part.category):
        group = list(parts)
        lines += ["", f"{category} ({len(group)}; {ADVICE[category]})"]
        lines += [line for part in group[:MOST_SHOWN] for line in part_lines(part)]
        if len(group) > MOST_SHOWN:
            lines.append(f"  ... and {len(group) - MOST_SHOWN} more, all in {review.path}")
    if candidate.gaps:
        lines += ["", *gap_lines(candidate.gaps)]
    for contradiction in candidate.contradictions:
        lines += ["", f"the docs contradict themselves: {neutral(contradiction)}"]
    return "\n".join(lines)


def gap_lines(gaps: Sequence[str]) -> Iterator[str]:
    """What of the page is not in the contract, since it could not be read."""
    yield f"not read, and so no part of what you approve ({len(gaps)})"
    for line, times in list(Counter(gaps).items())[:MOST_SHOWN]:
        yield f"  {neutral(line)}{f', {times} times' if times > 1 else ''}"


def part_lines(part: Part) -> Iterator[str]:
    """One part: its key, before and after."""
    yield f"  {neutral(part.key)}"
    if part.before:
        yield f"    - {neutral(part.before)}"
    if part.after:
        yield f"    + {neutral(part.after)}"


def told(review: Review) -> frozenset[str]:
    """Asks for each part; what is neither accepted nor left is left. Doing nothing never accepts."""
    accepted: set[str] = set()
    for number, part in enumerate(review.parts):
        click.echo("\n".join(part_lines(part)))
        answer = click.prompt(
            f"[{number + 1}/{len(review.parts)}] accept, skip, accept all the rest, or quit",
            type=click.Choice(["a", "s", "all", "q"]),
            default="s",
            show_default=True,
        )
        if answer == "q":
            break
        if answer == "all":
            accepted |= {rest.key for rest in review.parts[number:]}
            break
        if answer == "a":
            accepted.add(part.key)
    return frozenset(accepted)
