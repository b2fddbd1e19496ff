"""What happens to the request body as a whole, to media types and to response statuses."""

from __future__ import annotations

from driftgate.contract.model import is_error_status
from driftgate.diff.changes import (
    BodyAdded,
    BodyRemoved,
    BodyRequiredChanged,
    Change,
    MediaTypeAdded,
    MediaTypeChanged,
    MediaTypeRemoved,
    StatusAdded,
    StatusRemoved,
)
from driftgate.diff.conflicts import Conflict
from driftgate.diff.media import is_special_case
from driftgate.rules.matching import Matches
from driftgate.rules.rule import breaking, info


def _body_added(required: bool) -> Matches:
    return lambda change: isinstance(change, BodyAdded) and (change.required is True) is required


def _became_required(change: Change | Conflict) -> bool:
    return isinstance(change, BodyRequiredChanged) and change.before is False and change.after is True


def _became_optional(change: Change | Conflict) -> bool:
    return isinstance(change, BodyRequiredChanged) and change.before is True and change.after is False


def _only_stated(change: Change | Conflict) -> bool:
    return isinstance(change, BodyRequiredChanged) and None in (change.before, change.after)


def _media_type(kind: type[MediaTypeAdded] | type[MediaTypeRemoved], of_request: bool) -> Matches:
    return lambda change: isinstance(change, kind) and (change.place == "body") is of_request


def _media_name(of_request: bool, narrower: bool) -> Matches:
    def matches(change: Change | Conflict) -> bool:
        if not isinstance(change, MediaTypeChanged) or (change.place == "body") is not of_request:
            return False
        return is_special_case(change.after, change.before) is narrower

    return matches


def _status(kind: type[StatusAdded] | type[StatusRemoved], of_error: bool) -> Matches:
    return lambda change: isinstance(change, kind) and is_error_status(change.status) is of_error


BODY_RULES = (
    breaking("request-body-added-required", _body_added(True)),
    info("request-body-added", _body_added(False)),
    breaking("request-body-removed", lambda change: isinstance(change, BodyRemoved)),
    breaking("request-body-became-required", _became_required),
    info("request-body-became-optional", _became_optional),
    info("request-body-requiredness-stated", _only_stated),
)

ANSWER_RULES = (
    breaking("request-media-type-removed", _media_type(MediaTypeRemoved, of_request=True)),
    info("request-media-type-added", _media_type(MediaTypeAdded, of_request=True)),
    breaking("response-media-type-removed", _media_type(MediaTypeRemoved, of_request=False)),
    info("response-media-type-added", _media_type(MediaTypeAdded, of_request=False)),
    breaking("request-media-type-narrowed", _media_name(of_request=True, narrower=True)),
    info("request-media-type-widened", _media_name(of_request=True, narrower=False)),
    info("response-media-type-narrowed", _media_name(of_request=False, narrower=True)),
    breaking("response-media-type-widened", _media_name(of_request=False, narrower=False)),
    breaking("success-status-removed", _status(StatusRemoved, of_error=False)),
    info("success-status-added", _status(StatusAdded, of_error=False)),
    info("error-status-removed", _status(StatusRemoved, of_error=True)),
    info("error-status-added", _status(StatusAdded, of_error=True)),
)
