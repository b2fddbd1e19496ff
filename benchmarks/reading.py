"""How well the readers read: scores on the shared corpus, per platform, with floors that may only rise.

    python benchmarks/reading.py [--misses N] [--update [--allow-regression]]

Makes one prediction per page in the shape that the corpus' own scorers take, and runs them. Needs the shared corpus
($DRIFTGATE_SHARED, default ../shared); without it, it says so and exits 0. ``--update`` writes the scores into
reading_floors.json, which the test suite holds every later reading against; it refuses to lower a floor.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from driftgate.adapters.local import file_page
from driftgate.contract import Certainty, Contract, Field
from driftgate.contract.model import REQUEST_PLACES, ROOT
from driftgate.extract.page import Page, Unread
from driftgate.extract.reading import Evidence, extractions_on, read_page

ROOT_FOLDER = Path(__file__).parents[1]
MOST_BYTES = 8 * 1024 * 1024
FLOORS = Path(__file__).with_name("reading_floors.json")
MEASURES = ("method_path", "f1", "type", "required")

Scores = dict[str, dict[str, float]]


def shared() -> Path:
    """Where the corpus lies."""
    return Path(os.environ.get("DRIFTGATE_SHARED", ROOT_FOLDER.parent / "shared")) / "corpus"


def scorer(folder: Path) -> ModuleType:
    """The corpus' own scorer."""
    spec = importlib.util.spec_from_file_location(f"score_{folder.name}", folder / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(path: Path) -> tuple[Evidence, ...] | Unread:
    """The evidence on a page in a file."""
    page = file_page(path, max_bytes=MOST_BYTES)
    return read_page(page, None) if isinstance(page, Page) else page


def predictions(path: Path) -> list[dict[str, Any]]:
    """Every operation read from a page, as the scorers take it."""
    page = file_page(path, max_bytes=MOST_BYTES)
    read = extractions_on(page) if isinstance(page, Page) else page
    if isinstance(read, Unread):
        return []
    found = [extraction for extraction in read if extraction.contracts]
    spoke = [extraction for extraction in found if any(contract.fields for contract in extraction.contracts)]
    return [operation(contract) for extraction in (spoke or found)[:1] for contract in extraction.contracts]


def operation(contract: Contract) -> dict[str, Any]:
    """One contract as a prediction. What only an example shows is left out where the docs state fields of that place."""
    stated = {field.place for field in contract.fields.values() if not is_inferred(field)}
    kept = [f for f in contract.fields.values() if f.path != ROOT and not (is_inferred(f) and f.place in stated)]
    return {
        "method": contract.operation.method,
        "path": contract.operation.path,
        "fields": [prediction(field) for field in kept],
    }


def is_inferred(field: Field) -> bool:
    return field.source is not None and field.source.certainty is Certainty.INFERRED


def prediction(field: Field) -> dict[str, Any]:
    place = field.place if field.place in REQUEST_PLACES else "response_header" if field.in_header else "response"
    status = {} if field.place in (*REQUEST_PLACES, "2XX") else {"status": field.place}  # 2XX: the page prints no status
    return {"in": place, **status, "path": field.path, "type": field.type, "required": field.required}


def rendered_scores(folder: Path, misses: int) -> dict[str, dict[str, float]]:
    """Scores per generator on the rendered pages."""
    score = scorer(folder)
    pages = {(path.parent.name, path.stem): path for path in folder.glob("pages/*/*")}
    cases: list[Any] = []

    def predict(generator: str, name: str, truth: Mapping[str, Any]) -> dict[str, Any]:
        found = predictions(pages[generator, name])
        hit = next((p for p in found if p["method"] == truth["method"]), None)
        return hit or {"fields": []}

    per, _, _ = score.run(predict, collect=cases)
    report_misses(cases, misses)
    return {generator: {measure: score.fmt(result)[measure] for measure in MEASURES} for generator, result in per.items()}


def report_misses(cases: list[Any], most: int) -> None:
    for generator, name, missed, extra in cases if most else ():
        for kind, keys in (("missed", missed), ("extra", extra)):
            for key in keys[:most]:
                print(f"  {kind}: {generator} {name} {key}")


def real_scores(folder: Path, misses: int) -> dict[str, float]:
    """Scores over all real captured pages."""
    pages = {path.stem: path for path in folder.glob("pages/*/*")}
    found = scorer(folder).run(lambda name, _: {"operations": predictions(pages[name])}, misses)["all"]
    left, empty = map(int, found["empty_pages_left_empty"].split("/"))
    return {
        "method_path": found["operations"],
        "f1": found["f1"],
        "type": found["type"],
        "required": found["required"],
        "empty": left / max(empty, 1),
    }


def shells(folder: Path) -> Iterator[tuple[str, int]]:
    """Pages that a plain client gets from a client-rendered site, and how many fields were read there without embedded data."""
    for path in sorted(folder.glob("pages/shell-*/*")):
        if "inline" not in path.parent.name:
            found = read(path)
            yield f"{path.parent.name}/{path.stem}", 0 if isinstance(found, Unread) else len(found[0].contract.fields)


def measured(misses: int = 0) -> Scores:
    """All scores by set: each generator of the rendered pages, and ``real``."""
    corpus = shared()
    scores = rendered_scores(corpus / "rendered", misses)
    scores["real"] = real_scores(corpus / "real", misses)
    return scores


def below(scores: Scores, floors: Scores) -> list[str]:
    """Every score that is below its floor, in words."""
    return [
        f"{name} {measure}: {scores.get(name, {}).get(measure, 0.0):.4f}, floor {floor:.4f}"
        for name, measures in floors.items()
        for measure, floor in measures.items()
        if scores.get(name, {}).get(measure, 0.0) < floor
    ]


def floors() -> Scores:
    """The pinned floors."""
    loaded: Scores = json.loads(FLOORS.read_text(encoding="utf-8"))
    return loaded


def update(scores: Scores, *, allow_regression: bool) -> int:
    """Pins the scores, rounded down. Refuses to lower a floor unless told to."""
    pinned = {name: {m: int(value * 1000) / 1000 for m, value in measures.items()} for name, measures in scores.items()}
    lowered = below(pinned, floors()) if FLOORS.exists() else []
    if lowered and not allow_regression:
        print("floors may only rise:", *lowered, sep="\n  ")
        return 1
    FLOORS.write_text(json.dumps(pinned, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-regression", action="store_true")
    options = parser.parse_args()
    if not shared().is_dir():
        print(f"no shared corpus at {shared()}: nothing measured")
        return 0
    scores = measured(options.misses)
    print(f"{'set':30}" + "".join(f"{measure:>12}" for measure in MEASURES))
    for name, score in scores.items():
        print(f"{name:30}" + "".join(f"{score[measure]:12.3f}" for measure in MEASURES))
    print(f"wrong or failed captures read as nothing: {scores['real']['empty']:.3f}")
    print("shells read as fields:", [name for name, fields in shells(shared() / "rendered") if fields] or "none")
    if options.update:
        return update(scores, allow_regression=options.allow_regression)
    return 0


if __name__ == "__main__":
    sys.exit(main())
