"""An example request and its answer, as two JSON texts, as a client contract."""

from __future__ import annotations

from driftgate.errors import UsageError
from driftgate.record.bodies import MOST_CHARS, parsed
from driftgate.record.client import client_from_exchanges
from driftgate.record.exchange import Exchange, Recording, Scope

JSON = "application/json"


def client_from_pair(request: str, response: str, scope: Scope, *, error: str = "", status: int = 200) -> Recording:
    """The client contract that example bodies show. error: the body of an error answer, if there is one at hand.

    Raises UsageError for a text that is no JSON.
    """
    url = scope.base_url.rstrip("/") + scope.operation.path
    body = _document(request, "the request") if request.strip() else ()
    answers: list[tuple[int, tuple[object, ...]]] = [(status, _document(response, "the response"))] if response.strip() else []
    answers += [(400, _document(error, "the error response"))] if error.strip() else []
    exchanges = [
        Exchange(
            method=scope.operation.method,
            url=url,
            media_type=JSON if body else "",
            body=body,
            status=code,
            answer_media_type=JSON,
            answers=answer,
        )
        for code, answer in answers or [(0, ())]
    ]
    return client_from_exchanges(exchanges, scope, source="example", where="the example request")


def _document(text: str, what: str) -> tuple[object, ...]:
    try:
        if len(text) > MOST_CHARS:
            raise ValueError("too large")  # noqa: TRY301 - one way out for all that is wrong with the text
        return (parsed(text),)
    except ValueError:
        raise UsageError(f"{what} is not valid JSON", where=what, advice="give the body alone, as JSON") from None
