"""Reads the pages of the rules, which are at once their documentation, the reasons in reports, and their tests."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from driftgate.errors import UsageError

#: Ids that were renamed, old to new: waivers and links made under the old id keep working.
RENAMED_RULES: Mapping[str, str] = {}

HEADINGS = ("Why it matters", "Example", "What to do")


def explain(rule_id: str) -> str:
    """The whole page of a rule, as Markdown. Raises UsageError with a near match for an id that no rule has."""
    name = RENAMED_RULES.get(rule_id, rule_id)
    if name not in rule_ids():
        raise UsageError(f"there is no rule {rule_id!r}", advice=_advice_for(rule_id))
    return (_pages() / f"{name}.md").read_text(encoding="utf-8")


def why(rule_id: str) -> str:
    """Why a drift of this rule matters, in one sentence."""
    return _first_sentence(sections(rule_id)["Why it matters"])


def advice(rule_id: str) -> str:
    """What to do about a drift of this rule, in one line."""
    return sections(rule_id)["What to do"]


@cache
def sections(rule_id: str) -> Mapping[str, str]:
    """The sections of a rule's page by heading; prose is folded to one line, examples are left as they are."""
    parts = re.split(r"^## (.+)$", explain(rule_id), flags=re.MULTILINE)
    texts = dict(zip(parts[1::2], parts[2::2], strict=True))
    return {heading: text.strip() if "```" in text else " ".join(text.split()) for heading, text in texts.items()}


@cache
def rule_ids() -> tuple[str, ...]:
    """The ids that have a page, sorted."""
    return tuple(sorted(page.name.removesuffix(".md") for page in _pages().iterdir() if page.name.endswith(".md")))


def _pages() -> Traversable:
    return files("driftgate.rules") / "pages"


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=[.!?]) (?=[A-Z`])", text, maxsplit=1)[0]


def _advice_for(rule_id: str) -> str:
    near = difflib.get_close_matches(rule_id, rule_ids(), n=1, cutoff=0.5)
    return f"did you mean {near[0]!r}?" if near else "run 'driftgate rules' to see them all"
