"""Which models a printed type names: one, or several as the alternatives of a union."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from driftgate.extract.typewords.read import read_type
from driftgate.extract.typewords.table import folded

_LONGEST_TYPE = 200
_LONGEST_UNION = 2_000
_MOST_MEMBERS = 24
_ALTERNATIVE = re.compile(r"\s?[|¦]\s?|\s{1,3}or\s{1,3}")
#: what holds of the whole union: "(A or B)[]"
_WRAPPED = re.compile(r"^\((.*)\)(?:\[\]){0,3}$", re.DOTALL)
_LISTED = re.compile(r"\s*(?:array|list)\b", re.IGNORECASE)
#: an address within an OpenAPI document
POINTER = re.compile(r"#/(?:components/(?:schemas|responses|requestBodies)|definitions|responses)/")
_MODEL_WORDS = re.compile(
    r"(?<![\w-])(?:array|list|set|maps?|dict(?:ionary)?|hash(?:map)?|of|an?|the|objects?|models?|items?|structures?|schemas?|format|fields?|parameters?|params?|properties"
    r"|attributes|json|параметр\w{0,3}|объект\w{0,3}|пол(?:е|я|ей)|структур\w{1,2}|objekte?|objets?|objetos?|oggetto|parámetros?|parâmetros?|paramètres?"
    r"|parametri|champs?|campos?|felder)(?![\w-])|オブジェクト|パラメータ|フィールド|객체|파라미터|필드|參數|物件|参数|字段|对象|说明|数组|[\[\]<>?`*(){}]",
    re.IGNORECASE,
)


class Member(NamedTuple):
    """One of the models that a type names as alternatives."""

    model: str
    is_array: bool


def model_key(text: str) -> str:
    """The name of an object as titles and types are compared: "The `Message` object" and "array of Message objects" are one."""
    return _model_key(text) if len(text) <= _LONGEST_TYPE else _without_model_words(text)


def _without_model_words(text: str) -> str:
    return " ".join(folded(_MODEL_WORDS.sub(" ", POINTER.sub("", text.replace("\\", "")))).strip(" .,;|:：&").split())


_model_key = lru_cache(maxsize=1024)(_without_model_words)


def model_named(text: str, models: Collection[str]) -> str:
    """The model that a printed type refers to, folded; ``""`` if it is none of these."""
    if not models or len(text) > _LONGEST_TYPE:
        return ""
    return next(filter(models.__contains__, _model_keys(text)), "")


def models_named(text: str, models: Collection[str]) -> frozenset[str]:
    """Every model that a printed type refers to, folded."""
    return frozenset({model_named(text, models), *(member.model for member in members_named(text, models))} - {""})


def members_named(text: str, models: Collection[str]) -> tuple[Member, ...]:
    """The models among the alternatives of a printed union, each with whether it is a list of them; none of any other type.

    >>> members_named("(Ship or Port[] or string)", {"ship", "port"})
    (Member(model='ship', is_array=False), Member(model='port', is_array=True))
    """
    if not models or len(text) > _LONGEST_UNION:
        return ()
    parts = alternatives_in(text)
    if len(parts) < 2 or model_key(text) in models:
        return ()
    found: dict[str, Member] = {}
    for part in parts:
        name = next(filter(models.__contains__, (folded(part.strip("[]<>`*() ")), model_key(part))), "")
        if name:
            found.setdefault(model_key(part), Member(name, part.rstrip().endswith("[]") or _LISTED.match(part) is not None))
    members = tuple(found.values())
    lists = [member.is_array for member in members]
    unclear = len(members) == len(parts) and lists[-1] and not any(lists[:-1])  # "A | B[]" may mean a list of either
    return () if unclear else members


def alternatives_in(text: str) -> list[str]:
    """The alternatives of a printed union; of any other type itself alone."""
    return _ALTERNATIVE.split(_WRAPPED.sub(r"\1", text.strip()), maxsplit=_MOST_MEMBERS)


@lru_cache(maxsize=1024)
def _model_keys(text: str) -> tuple[str, ...]:
    """The names that a printed type may refer to, the likeliest first. Pages print few types and print them often."""
    word = folded(text)
    parts = [part.strip("[]<>`*? ") for part in re.split(r"[|,¦]|\bor\b", word)]
    return word.strip("[]<>`*? "), model_key(text), *(key for part in parts for key in (part, model_key(part)))


def is_linked(text: str, links: Collection[str]) -> bool:
    """Whether a whole type, brackets aside, is one link, or each of its alternatives one or a type: the names of models
    described on another page.

    >>> is_linked("(Ship or Port[])", ("Ship", "Port")), is_linked("the Ship", ("Ship",))
    (True, False)
    """
    linked = {link.strip("[] `") for link in links}
    parts = alternatives_in(text)
    return bool(linked) and all(part.strip("[]() `") in linked or (len(parts) > 1 and read_type(part)) for part in parts)
