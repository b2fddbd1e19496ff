"""What reading a page costs: CPU time of extracting against a bare lxml parse of the same bytes, side by side in one run.

    python benchmarks/speed.py [--rounds N]

Measures the rendered and the real HTML pages of the shared corpus ($DRIFTGATE_SHARED, default ../shared; skipped where
absent), and pages of 1 to 8 MiB in each platform's markup (refused: more table rows than the limit). It only tells: the
exit code is always 0.
"""

from __future__ import annotations

import argparse
import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from lxml import html

from driftgate.adapters.local import file_page
from driftgate.contract import Operation
from driftgate.extract.page import Page, Unread
from driftgate.extract.reading import document_of, read_page
from speed_pages import MARKUPS

SETS = Path(os.environ.get("DRIFTGATE_SHARED", Path(__file__).parents[2] / "shared")) / "corpus"
MIB = 1024 * 1024
SIZES = (1, 2, 4, 8)
EXTRACT_BAR, IDENTICAL_BAR = 4.0, 0.1
Case = tuple[Page, Operation | None]


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds over the same pages."""

    parse: float
    extract: float
    identical: float

    @property
    def ratio(self) -> float:
        return self.extract / self.parse

    @property
    def line(self) -> str:
        state = "" if self.ratio <= EXTRACT_BAR else "above the bar"
        times = f"{self.parse * 1000:10.1f} {self.extract * 1000:10.1f}"
        return f"{times} {self.ratio:8.1f} {self.identical / self.parse:10.3f}  {state}"


def cpu(work: Callable[[Page, Operation | None], object], cases: Sequence[Case], rounds: int) -> float:
    """The least CPU seconds that the work took over all cases."""
    return min(_once(work, cases) for _ in range(rounds))


def _once(work: Callable[[Page, Operation | None], object], cases: Sequence[Case]) -> float:
    started = process_time()
    for page, wanted in cases:
        work(page, wanted)
    return process_time() - started


def cost(cases: Sequence[Case], rounds: int) -> Cost:
    return Cost(
        parse=cpu(lambda page, _: html.document_fromstring(page.body), cases, rounds),
        extract=cpu(read_page, cases, rounds),
        identical=cpu(lambda page, _: hashlib.sha256(page.body).digest(), cases, rounds),
    )


def case_of(page: Page) -> Case:
    """The page, and the operation that a check of it would ask for: the first one that stands on it."""
    found = read_page(page, None)
    return page, None if isinstance(found, Unread) else found[0].contract.operation


def corpus() -> Iterator[tuple[str, list[Case]]]:
    """The HTML pages of the shared corpus by generator; pages that are no evidence are left out."""
    for folder in sorted((*SETS.glob("rendered/pages/*"), *SETS.glob("real/pages/*"))):
        pages = [page for path in sorted(folder.iterdir()) if isinstance(page := file_page(path, max_bytes=8 * MIB), Page)]
        cases = [case for case in map(case_of, filter(_is_html, pages)) if case[1] is not None]
        if cases:
            yield f"{folder.parent.parent.name}/{folder.name}", cases


def _is_html(page: Page) -> bool:
    document = document_of(page)
    return not isinstance(document, Unread) and document.kind == "html"


def growth_line(cases: Sequence[Case], rounds: int) -> str:
    """Milliseconds per MiB at every size, how much that grew, and the ratio of the largest page that was read."""
    read = [(size, case) for size, case in zip(SIZES, cases, strict=True) if case[1] is not None]
    costs = [cost([case], rounds) for _, case in read]
    per = [found.extract * 1000 / size for found, (size, _) in zip(costs, read, strict=True)]
    refused = f"{'refused':>11}" * (len(SIZES) - len(read))
    return f"{''.join(f'{ms:11.1f}' for ms in per)}{refused} {per[-1] / per[0]:7.2f} {costs[-1].ratio:7.1f}"


def made(body: bytes) -> Page:
    url = "https://docs.example.test/orders"
    return Page(asked=url, reached=url, status=200, media_type="text/html", body=body)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    print(f"bars: extract at most {EXTRACT_BAR:.0f} parses, an identical body at most {IDENTICAL_BAR} parses")
    print(f"\n{'pages':34}{'MB':>6} {'parse ms':>10} {'extract ms':>10} {'ratio':>8} {'identical':>10}")
    if not SETS.is_dir():
        print(f"no shared corpus at {SETS}: its pages are not measured")
    for name, cases in corpus():
        print(f"{name:34}{sum(len(page.body) for page, _ in cases) / 1e6:6.2f} {cost(cases, rounds).line}")
    sizes = "".join(f"{size:>7} MiB" for size in SIZES)
    print(f"\n{'own pages: ms per MiB':34}{sizes}  growth   ratio")
    for markup in MARKUPS:
        print(f"{markup.name:34}{growth_line([case_of(made(markup.page(size * MIB))) for size in SIZES], rounds)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
