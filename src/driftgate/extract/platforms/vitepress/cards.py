"""The cards of a page: one for each parameter, and one for each security scheme."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from driftgate.contract import SecurityScheme
from driftgate.extract.markup import visible_text
from driftgate.extract.platforms.vitepress import marks
from driftgate.extract.platforms.vitepress.values import take_line
from driftgate.extract.rendered.fieldrows import Row

_HTTP = re.compile(r"^HTTP \((\w+)\)$", re.IGNORECASE)
_API_KEY = re.compile(r"^API Key \((\w+): (.+)\)$", re.IGNORECASE)
_WORDS = {"oauth2": "oauth2", "openid": "openIdConnect", "mutual": "mutualTLS"}


def take_card(row: Row, card: HtmlElement) -> None:
    """Adds what a parameter's card states. A required parameter has a mark: one without is stated to be optional."""
    row.facts["required"] = any(visible_text(mark) for mark in marks.REQUIRED_IN_CARD(card))
    for line in marks.CARD_LINES(card):
        label = visible_text(line[0])
        if label == marks.TYPE_LABEL:
            row.quote = f"{row.name} {visible_text(line)}"
            row.take_type(" ".join(visible_text(value) for value in marks.CARD_VALUE(line)[:1]))
        else:
            take_line(row, label, [visible_text(code) for code in marks.CODES(line)])


def scheme_of(card: HtmlElement) -> SecurityScheme | None:
    """The security scheme of a card, ``None`` where its type is not said in known words."""
    for line in marks.CARD_LINES(card):
        told = " ".join(visible_text(value) for value in marks.CARD_VALUE(line)[:1])
        http, key = _HTTP.match(told), _API_KEY.match(told)
        if http:
            return SecurityScheme(scheme=http[1].lower(), place="header", name="Authorization")
        if key:
            return SecurityScheme(scheme="apiKey", place=key[1].lower(), name=key[2])
        for word, scheme in _WORDS.items():
            if told.lower().startswith(word):
                return SecurityScheme(scheme=scheme)
    return None
