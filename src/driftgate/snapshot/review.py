"""What a reviewer has to look at: the parts of a contract that differ, sorted by how much thought they need.

A part is a field, or one of ``operation``, ``servers``, ``security``, ``request``, ``fact:deprecated``, ``status:429``. It is the
unit that a reviewer accepts or leaves.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from driftgate.contract import Contract, Facts, Field, Operation, Request, Response
from driftgate.contract.paths import comparable_path
from driftgate.snapshot.canonical import canonical
from driftgate.snapshot.fields import facts_data, security_data
from driftgate.snapshot.layout import flow_text


class Category(StrEnum):
    """Why a part is shown. ``meaning`` and ``gone`` need thought."""

    MEANING = "changed meaning"
    GONE = "gone"
    NEW = "new"
    WORDING = "changed wording only"


@dataclass(frozen=True, slots=True)
class Part:
    """One difference. before/after: one line each as the snapshot writes it, empty on the side that has no such part."""

    key: str
    category: Category
    before: str
    after: str


def to_review(before: Contract | None, after: Contract) -> tuple[Part, ...]:
    """The parts that differ, most thought first, then by key; everything is new where nothing was approved."""
    old, new = ({} if before is None else part_lines(before)), part_lines(after)
    keys = sorted(key for key in old.keys() | new.keys() if old.get(key) != new.get(key))
    renamed = before is not None and _same_call(before.operation, after.operation)
    parts = [Part(key, _category(key, old, new, renamed=renamed), old.get(key, ""), new.get(key, "")) for key in keys]
    return tuple(sorted(parts, key=lambda part: list(Category).index(part.category)))


def _category(key: str, old: Mapping[str, str], new: Mapping[str, str], *, renamed: bool) -> Category:
    if key not in old:
        return Category.NEW
    if key not in new:
        return Category.GONE
    return Category.WORDING if key == "operation" and renamed else Category.MEANING


def _same_call(before: Operation, after: Operation) -> bool:
    """Whether the two differ in the names of path variables alone."""
    return before.method == after.method and comparable_path(before.path) == comparable_path(after.path)


def part_lines(contract: Contract) -> dict[str, str]:
    """Every part of a contract that is stated, as one line."""
    found = canonical(contract)
    lines = {"operation": str(found.operation)}
    lines |= {f"fact:{name}": flow_text(value) for name, value in facts_data(found.facts).items()}
    lines |= {"servers": flow_text(found.servers)} if found.servers else {}
    lines |= {"security": flow_text(security_data(found.security))} if found.security is not None else {}
    lines |= {"request": _request_line(found.request)} if found.request != Request() else {}
    lines |= {f"status:{status}": flow_text(said.media_types) for status, said in found.responses.items()}
    return lines | {key: flow_text(facts_data(field.facts)) for key, field in found.fields.items()}


def _request_line(request: Request) -> str:
    required = {} if request.required is None else {"required": request.required}
    return flow_text({"media_types": request.media_types, **required})


def apply(before: Contract | None, after: Contract, accepted: Collection[str]) -> Contract:
    """The approved contract with only the accepted parts moved to what the docs state now.

    before: None for a first review; then what is not a field is taken over whole, since a contract needs it.
    """
    if before is None:
        before = Contract(
            operation=after.operation,
            servers=after.servers,
            security=after.security,
            request=after.request,
            responses=after.responses,
            facts=after.facts,
        )
    return Contract(
        operation=after.operation if "operation" in accepted else before.operation,
        servers=after.servers if "servers" in accepted else before.servers,
        security=after.security if "security" in accepted else before.security,
        request=after.request if "request" in accepted else before.request,
        responses=_responses(before.responses, after.responses, accepted),
        fields=_fields(before.fields, after.fields, accepted),
        facts=_facts(before.facts, after.facts, accepted),
    )


def _fields(before: Mapping[str, Field], after: Mapping[str, Field], accepted: Collection[str]) -> dict[str, Field]:
    kept = {key: field for key, field in before.items() if key not in accepted}
    return kept | {key: field for key, field in after.items() if key in accepted}


def _facts(before: Facts, after: Facts, accepted: Collection[str]) -> Facts:
    kept = {name: value for name, value in before.items() if f"fact:{name}" not in accepted}
    return kept | {name: value for name, value in after.items() if f"fact:{name}" in accepted}


def _responses(before: Mapping[str, Response], after: Mapping[str, Response], accepted: Collection[str]) -> dict[str, Response]:
    kept = {status: said for status, said in before.items() if f"status:{status}" not in accepted}
    return kept | {status: said for status, said in after.items() if f"status:{status}" in accepted}
