"""What one text may be: the name of a field, its type, a mark beside them, or words."""

from __future__ import annotations

import re
from functools import lru_cache

from driftgate.extract.typewords.limits import without_limits
from driftgate.extract.typewords.read import read_type
from driftgate.extract.typewords.table import FLAG_BY_WORD, FORMAT_BY_WORD, NEUTRAL_WORDS, TYPE_BY_WORD, UNSTATED_WORDS, folded
from driftgate.extract.typewords.text import ARRAY_WORDS

_NAME = re.compile(r"^(?:[@$]{0,2}[^\W\d][\w$@.\[\]{}*:/+-]{0,99}|\[[\w ]{1,40}\]|<[\w ]{1,40}>)$")
_APPLIED = re.compile(r"^(?:array|list|object|string|integer|number|boolean)[\[<]\w", re.IGNORECASE)
_WORDED_NAME = re.compile(r"^[^\W\d_]\w*(?: \w+){1,3}$")
#: What stands for the keys of a map.
ANY_KEY = "*"
_ANY_KEY = re.compile(
    r"^[\[<{]?(?:any[ -]?key|key|additional ?propert(?:y|ies)|property name)\*{0,2}[\]>}]$|^<\*>$|^property name\*$",
    re.IGNORECASE,
)
_MEDIA_TYPE = re.compile(r"^(?:application|audio|image|multipart|text|video)/|^https?:")
_WORD = re.compile(r"[^\W\d]+")
_SENTENCE = re.compile(r"[.!?;] |[.!?]$")
_MARK = re.compile(r"^\W{1,3}$")
#: Brackets that a tree view prints where an object or a list of them opens.
OPENINGS = {
    "{": "object", "[{": "array<object>", "[": "array", "[[": "array<array>",
    "{}": "object", "[]": "array", "[[]]": "array<array>",
}  # fmt: skip
_OPENED = re.compile(r"^\[\[ (\w{1,20})$")
#: What stands before the values of a field, by the fact they state; "" for values that state none.
VALUE_LABELS = {
    "allowed": "enum", "allowed value": "enum", "allowed values": "enum", "enum": "enum", "enum values": "enum",
    "possible values": "enum", "valid values": "enum", "accepted values": "enum", "available options": "enum",
    "options": "enum", "values": "enum", "default": "default", "default value": "default",
    "example": "", "examples": "", "example value": "", "format": "", "pattern": "", "min length": "", "max length": "",
    "min items": "", "max items": "", "minimum": "", "maximum": "",
}  # fmt: skip
#: What may stand between a name and its type.
TYPE_LABELS = frozenset(("Type", "Type:", "type:", "Data type", "Data type:"))
#: What stands above the variants of a field or body.
UNION = re.compile(r"^(?:one|any) ?of:?$", re.IGNORECASE)
#: Type words that are common names of fields, too: a type only beside others that are types for certain.
_DOUBTFUL = frozenset((
    "id", "text", "message", "record", "set", "sequence", "collection", "json", "file", "date", "time", "url", "uri", "email",
    "real", "hash", "struct", "list", "map", "vector", "slice", "password", "char", "short", "long", "duration", "timestamp",
    "phone", "color", "html", "markdown", "content",
))  # fmt: skip
_LONGEST_TYPE = 160


@lru_cache(maxsize=4096)
def name_in(text: str) -> str:
    """The field name that a text is, ``""`` if it is none; a colon, star or question mark behind it does not belong to it."""
    bare = text.strip("`\"' ").rstrip("*?: 🆁🆆")
    if UNION.match(bare):
        return ""
    if _ANY_KEY.match(bare) or _ANY_KEY.match(text):
        return ANY_KEY
    return bare if _NAME.match(bare) and not is_media_type(bare) and not _APPLIED.match(bare) else ""


def type_in(text: str) -> str:
    """A printed type with the brackets of a tree view as words."""
    members = [_OPENED.sub(r"array<array<\1>>", OPENINGS.get(member, member)) for member in text.split("┃")]
    return " | ".join(members)


@lru_cache(maxsize=4096)
def is_type(text: str) -> bool:
    """Whether a text is a type and can hardly be anything else."""
    text = type_in(text)
    text = without_limits(text)[0] if len(text) <= _LONGEST_TYPE else text
    if len(text) > _LONGEST_TYPE or _SENTENCE.search(text) or (len(text.split()) > 4 and not re.search(r"[|<(\[]| or ", text)):
        return False
    words = [folded(word) for word in _WORD.findall(text)]
    if not words or words[0] in _DOUBTFUL or (len(words) == 1 and words[0] in FLAG_BY_WORD):
        return False
    first = next((word for word in words if word not in FLAG_BY_WORD and word not in NEUTRAL_WORDS), "")
    if (
        first not in TYPE_BY_WORD
        and first not in FORMAT_BY_WORD
        and first not in ARRAY_WORDS
        and first not in ("one", "any", "all", "null")
    ):
        return False
    return bool(read_type(text))


def is_plain(text: str) -> bool:
    """Whether a text where a type is expected may name one that is not known: no sign, and nothing quoted."""
    return not is_sign(text) and text[0] not in "\"'`"


def is_media_type(text: str) -> bool:
    """Whether a text is a media type, or an address."""
    return _MEDIA_TYPE.match(text) is not None


def worded_name(text: str) -> str:
    """The field name of several words that a text is, ``""`` if it is none: only where names stand is a phrase one."""
    bare = text.rstrip("*?: ")
    return bare if _WORDED_NAME.match(bare) else ""


def is_label(text: str) -> bool:
    """Whether a text is a label of a fact, or a flag, as pages print them: ``Default``, ``Required``; fields begin small."""
    word = folded(text.rstrip(": "))
    return text[:1].isupper() and (word in VALUE_LABELS or word in FLAG_BY_WORD)


@lru_cache(maxsize=4096)
def is_likely_type(text: str) -> bool:
    """Whether a text can be a type as well as the name of a field: ``uri``, ``date``, ``enum``."""
    word = folded(text.strip("[]"))
    return text in OPENINGS or word in TYPE_BY_WORD or word in FORMAT_BY_WORD or word in NEUTRAL_WORDS or word in UNSTATED_WORDS


def is_sign(text: str) -> bool:
    """Whether a text is signs only, such as the star of a required field."""
    return bool(_MARK.match(text)) and text not in OPENINGS and text[0] not in "}])"


@lru_cache(maxsize=4096)
def is_mark(text: str) -> bool:
    """Whether a text between a name and its type is a sign or a flag such as "required"."""
    return bool(_MARK.match(text)) or text in TYPE_LABELS or folded(text.strip("()[]·, ")) in FLAG_BY_WORD
