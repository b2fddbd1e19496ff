"""How surely the gate notices planted changes on the shared corpus, and how rarely it cries about harmless ones.

    python benchmarks/mutations.py [--most N | --all] [--only WORD] [--misses N] [--seed N]

Plants what `driftgate prove` plants, page by page, in the pages of the shared corpus ($DRIFTGATE_SHARED, default ../shared);
without it, it says so and exits 0. Each page is sampled with a seed of its own, so that two runs plant the same.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from driftgate.adapters.local import file_page
from driftgate.config.model import Config, Target, Vendor
from driftgate.contract import Operation
from driftgate.errors import Unverified
from driftgate.extract.markup import UnparsableError
from driftgate.extract.page import Page, Unread
from driftgate.extract.reading import document_of, extractions
from driftgate.pipeline.check import Known
from driftgate.pipeline.prove import Draw, prove_pages
from driftgate.prove.mutation import Mutation
from driftgate.prove.score import Attempt, Score

ROOT_FOLDER = Path(__file__).parents[1]
MOST_BYTES = 8 * 1024 * 1024
#: Operations of one page that are tried; a page with a hundred of them is no better evidence than one with three.
MOST_OPERATIONS = 2

#: What is to be reached: least shares of planted changes caught, and caught by the right rule and field; most false alarms.
CAUGHT, NAMED, ALARMS = 0.99, 0.97, 0.005

#: Attempts with their page, by set.
Groups = dict[str, list[tuple[str, Attempt]]]


def shared() -> Path:
    """Where the corpus lies."""
    return Path(os.environ.get("DRIFTGATE_SHARED", ROOT_FOLDER.parent / "shared")) / "corpus"


def corpus(folder: Path, only: str) -> Iterator[tuple[str, Path]]:
    """Every page with the set it belongs to: the generator, or ``real``."""
    for path in sorted(folder.glob("*/pages/*/*")):
        group = "real" if path.parts[-4] == "real" else path.parent.name
        if only in f"{group}/{path.parent.name}/{path.name}":
            yield group, path


def operations(page: Page) -> tuple[Operation, ...]:
    """The operations with fields that can be read from a page, the first of them."""
    document = document_of(page)
    if isinstance(document, Unread):
        return ()
    try:
        found = extractions(document, None)
    except UnparsableError:
        return ()
    read = [contract.operation for extraction in found for contract in extraction.contracts if contract.fields]
    return tuple(dict.fromkeys(read))[:MOST_OPERATIONS]


def known(page: Page, operation: Operation) -> Known:
    """A configuration with nothing in it but this page."""
    target = Target(id="corpus/page", reference=page.asked, operation=operation)
    vendor = Vendor(id="corpus", targets=(target,))
    return Known(
        config=Config(root=".", path="config.yaml", vendors=(vendor,)), vendor=vendor, target=target, approved=None, clients=()
    )


def sample(seed: str, most: int | None) -> Draw:
    """A function that draws at most so many mutations, harmless ones among them."""

    def draw(mutations: tuple[Mutation, ...]) -> tuple[Mutation, ...]:
        if most is None or len(mutations) <= most:
            return mutations
        return tuple(random.Random(seed).sample(mutations, most))

    return draw


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=int, default=40, help="mutations a page")
    parser.add_argument("--all", action="store_true", help="every mutation of every page")
    parser.add_argument("--only", default="", help="only pages whose set, folder or name holds this word")
    parser.add_argument("--misses", type=int, default=0, help="how many misses are listed")
    parser.add_argument("--seed", default="1")
    options = parser.parse_args()
    folder = shared()
    if not folder.is_dir():
        print(f"no shared corpus at {folder}: nothing measured")
        return 0
    started = time.monotonic()
    groups, untrusted = measured(folder, None if options.all else options.most, options.only, options.seed)
    report(groups, options.misses)
    print(f"not to be trusted as they are, so left out: {len(untrusted)}", *untrusted, sep="\n  ")
    print(f"{time.monotonic() - started:.0f} s")
    missed = below(groups)
    print(*missed, sep="\n")
    return 1 if missed else 0


def measured(folder: Path, most: int | None, only: str = "", seed: str = "1") -> tuple[Groups, list[str]]:
    """All attempts by set, and the pages that are not to be trusted as they are. most: mutations a page, None for all."""
    groups: Groups = defaultdict(list)
    untrusted: list[str] = []
    for group, path in corpus(folder, only):
        page = file_page(path, max_bytes=MOST_BYTES)
        if isinstance(page, Unread):
            continue
        for operation in operations(page):
            name = f"{path.parent.name}/{path.name} {operation}"
            draw = sample(f"{seed}{path.name}{operation}", most)
            try:
                score = prove_pages(known(page, operation), (page,), draw)
            except Unverified as error:
                untrusted.append(f"{name}: {error.why}")
                continue
            groups[group] += [(name, attempt) for attempt in score.attempts]
    return groups, untrusted


def below(groups: Groups) -> list[str]:
    """The targets that are not reached over all sets."""
    score = Score(tuple(attempt for pairs in groups.values() for _, attempt in pairs))
    planted, harmless = max(score.planted, 1), max(score.harmless, 1)
    caught, named, alarms = score.caught / planted, score.named / planted, score.false_alarms / harmless
    return [
        f"{measure} is {value:.4f}, the target {target}"
        for measure, value, target, reached in (
            ("caught", caught, CAUGHT, caught >= CAUGHT),
            ("right rule and field", named, NAMED, named >= NAMED),
            ("false alarms", alarms, ALARMS, alarms <= ALARMS),
        )
        if not reached
    ]


def report(groups: Groups, misses: int) -> None:
    print(f"{'set':30}{'planted':>9}{'caught':>9}{'named':>9}{'harmless':>9}{'alarms':>9}")
    everything = [pair for pairs in groups.values() for pair in pairs]
    for name, pairs in (*sorted(groups.items()), ("all", everything)):
        print(line(name, Score(tuple(attempt for _, attempt in pairs))))
    print("\nby kind")
    kinds: dict[str, list[Attempt]] = defaultdict(list)
    for _, attempt in everything:
        kinds[str(attempt.mutation.kind)].append(attempt)
    for kind, attempts in kinds.items():
        print(line(kind, Score(tuple(attempts))))
    wrong = [(page, a) for page, a in everything if a.mutation.harmful is not a.noticed or (a.mutation.harmful and not a.named)]
    wrong.sort(key=lambda pair: (pair[1].noticed, pair[1].mutation.kind))
    for page, attempt in wrong[:misses]:
        print(f"  {told(attempt)}: {attempt.mutation.kind} {', '.join(sorted(attempt.mutation.subjects))} | {page}")


def told(attempt: Attempt) -> str:
    if not attempt.mutation.harmful:
        return "ALARM"
    return "other" if attempt.noticed else "MISS"


def line(name: str, found: Score) -> str:
    planted, harmless = max(found.planted, 1), max(found.harmless, 1)
    shares = f"{found.caught / planted:9.3f}{found.named / planted:9.3f}{found.harmless:9}{found.false_alarms / harmless:9.3f}"
    return f"{name:30}{found.planted:9}{shares}"


if __name__ == "__main__":
    sys.exit(main())
