"""What an answer showed: judgements only, in fixed words and numbers. No text of the answer gets in here."""

from __future__ import annotations

from dataclasses import dataclass

from driftgate.contract import Contract, Field
from driftgate.smoke.documented import is_json
from driftgate.smoke.model import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """The judgement of one case. Booleans are None where this case does not ask, or nothing came back."""

    outcome: Outcome
    reason: str
    status: int | None = None
    endpoint: bool | None = None
    shape: bool | None = None
    error_handling: bool | None = None
    undocumented: int = 0


def documented_answer(contract: Contract, status: int, media_type: str) -> dict[str, Field]:
    """The documented body fields of the answer with this status, by path: the exact status before ``4XX`` before ``default``."""
    for place in places_of(status):
        fields = [field for field in contract.fields.values() if field.place == place and not field.in_header]
        own = [field for field in fields if field.media_type == media_type]
        chosen = own or [field for field in fields if not field.media_type or is_json(field.media_type)]
        if chosen or place in contract.responses:
            return {field.path.removeprefix("$."): field for field in chosen}
    return {}


def places_of(status: int) -> tuple[str, ...]:
    """The places where the docs may speak of a status, the most exact first."""
    return str(status), f"{status // 100}XX", "default"


def documented_places(contract: Contract) -> frozenset[str]:
    """Every response status that the docs name."""
    return frozenset(contract.responses) | {field.place for field in contract.fields.values() if field.direction == "response"}


def documented_media_types(contract: Contract, status: int) -> tuple[str, ...]:
    """The media types the docs name for this status; empty where they do not say."""
    for place in places_of(status):
        if place in contract.responses:
            return contract.responses[place].media_types
    return ()
