"""What a few words beside a name state: its type, its place, whether it is required, its default."""

from __future__ import annotations

import re
from collections.abc import Collection

from driftgate.extract.blocks import Cell
from driftgate.extract.tables.rows.modelnames import is_linked
from driftgate.extract.tables.wording.words import Role, place_of, role_of, says_yes
from driftgate.extract.typewords.read import read_type, states_no_type

Cells = dict[Role, Cell]

REQUIRED = re.compile(
    r"^(?:required|optional|mandatory|必填|可选|必須|任意|必选|必传|必需|选填|非必填|非必须|필수|선택|обязательный|необязательный"
    r"|обязательно|необязательно|erforderlich|pflicht|obligatoire|facultatif|requis|optionnel|obligatorio|opcional|requerido"
    r"|obrigatório|obbligatorio|opzionale)\b[.,:]?$",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"^\s{0,3}[(（\[<]([^()（）\n]{1,160}(?:\([^()\n]{0,80}\)[^()\n]{0,80})?)[)）\]>]")
_SEPARATOR = re.compile(r"^\s{0,3}(?:[:：–—]|-{1,2}(?=\s)|\|)\s{0,3}")
_LONGEST_TYPE = 60
_LONGEST_VALUE = 160
_MOST_WORDS = 3
_DEFAULT = re.compile(r"\bdefaults?(?: to)?\s?[:=]?\s([^,;]{1,100}?)(?=$|\s[–—-]\s)", re.IGNORECASE)
#: set apart from the bracket by the style sheet alone, or by a dash: "required(string)", "required - (string)"
_GLUED = re.compile(r"^(required|optional)(?:\s?[–—-])?\s?(?=\()", re.IGNORECASE)
#: what a description ends with: "The hull (string, required)"
_TAIL = re.compile(r"\s\(([^()\n]{1,60})\)\.?$")
#: a type and a demand, each set apart from what comes behind
_MOST_STATED = 2
_LIMITS = re.compile(r"\s[–—-]\s(m(?:in|ax)(?:imum)?:\s.{1,80})$", re.IGNORECASE)

#: what a line of its own may state behind a label: "Type: String", "Required: Yes"
_LABELLED = re.compile(r"^[\s*_•-]{0,4}([^\n:：`]{2,40}?)[*_]{0,2}\s?[:：][*_\s]{0,4}([^\n]{1,1200})$")
_VALUES = (Role.DEFAULT, Role.ENUM)
#: the end of a sentence, and another one
_ENDED = re.compile(r"\.\s+[A-Z]")
#: between the alternatives of a type, each on a line of its own
_BROKEN = re.compile(r"\s?\nor\s(?=\S{1,80}$)", re.MULTILINE)
_TOLD = (Role.TYPE, Role.REQUIRED, Role.PLACE, Role.DEFAULT, Role.ENUM)


def cells_beside(rest: str, code: Collection[str] = ()) -> Cells:
    """What stands behind a name: bracketed or plain type, required, then the description. code: the code spans of it all."""
    cells: Cells = {}
    kind = next(iter(code), "")
    if kind and rest.lstrip(" :").startswith(kind) and len(kind) <= _LONGEST_TYPE and read_type(kind):
        cells[Role.TYPE], rest = Cell(kind), rest.lstrip(" :")[len(kind) :]
    lead = _SEPARATOR.sub("", rest, count=1)
    word = lead.split(None, 1)[0] if lead.strip() else ""
    if glued := _GLUED.match(lead.strip()):
        cells[Role.REQUIRED] = Cell(glued[1])
        rest = lead.strip()[glued.end() :]
    elif REQUIRED.match(word) and _BRACKET.match(lead.strip()[len(word) :]):
        cells[Role.REQUIRED] = Cell(word)
        rest = lead.strip()[len(word) :]
    elif _BRACKET.match(lead):
        rest = lead
    limits = ""
    while True:
        bracket = _BRACKET.match(rest)
        if not bracket or not states(bracket[1], cells):
            break
        if default := _DEFAULT.search(bracket[1]):
            cells[Role.DEFAULT] = Cell(default[1].strip("`\"' "))
        limits = limits or next(iter(_LIMITS.findall(bracket[1])), "")
        rest = rest[bracket.end() :]
    plain = _SEPARATOR.sub("", rest, count=1).lstrip()
    for _ in range(_MOST_STATED):
        first = re.split(r"\.\s|\s[–—-]\s|[,，、:：\n(]|$", plain, maxsplit=1)[0].strip()
        if Role.TYPE in cells or not first or len(first) > _LONGEST_TYPE or not states(first, cells):
            break
        plain = plain[len(first) :].lstrip(" .,:：–—-")
    tail: Cells = {}
    if Role.TYPE not in cells and (last := _TAIL.search(plain)) and all(states(part, tail) for part in last[1].split(",")):
        cells, plain = tail | cells, plain[: last.start()]
    second = re.split(r"[.,:：\n –—]", plain, maxsplit=1)[0].strip(" ()") if Role.TYPE in cells else ""
    if Role.REQUIRED not in cells and REQUIRED.match(second):
        cells[Role.REQUIRED] = Cell(second)
    marked = next((span for span in code if REQUIRED.match(span)), "")
    if Role.REQUIRED not in cells and marked and marked in rest.partition("\n")[0]:
        cells[Role.REQUIRED] = Cell(marked)  # set apart at the end of the line
    description, told = without_labels(f"{limits}\n{plain}".strip())
    return {**told, **cells, Role.DESCRIPTION: Cell(description.strip(), tuple(code))}


def states(text: str, cells: Cells) -> bool:
    """Takes the type, the place, and whether it is required out of a short text; False if it states none of these."""
    whole = read_type(text) if _is_terse(text) else {}
    if whole:
        cells[Role.TYPE] = Cell(text)
        if "required" in whole:
            cells[Role.REQUIRED] = Cell("required" if whole["required"] else "optional")
        return True
    stated = False
    for part in re.split(r"[,，;|·•/]|\s[-–—]\s", text):
        word = part.strip(" `*_")
        if REQUIRED.match(word):
            cells[Role.REQUIRED], stated = Cell(word), True
        elif Role.TYPE not in cells and _is_terse(word) and read_type(word):
            cells[Role.TYPE], stated = Cell(word), True
        elif (default := _DEFAULT.match(word)) and ")" not in word:
            cells[Role.DEFAULT] = Cell(default[1].strip("`\"' "))
        elif Role.PLACE not in cells and place_of(word) and len(text) < 40:
            cells[Role.PLACE], stated = Cell(word), True
    return stated


def _is_terse(text: str) -> bool:
    """Whether words can be a type as it is printed, and no sentence that ends in one: "The number of the house number"."""
    return len(text.split()) <= _MOST_WORDS or re.search(r"[|<\[({]|\b(?:of|or|and)\b", text) is not None


def without_labels(text: str, links: tuple[str, ...] = ()) -> tuple[str, Cells]:
    """A description without the lines that state a type, a place, whether it is required or its values; and what they state.
    links: its links; a type may be one, the name of a model."""
    if ":" not in text and "：" not in text:
        return text, {}
    cells: Cells = {}
    kept: list[str] = []
    for line in _BROKEN.sub(r" or ", text).split("\n"):
        match = _LABELLED.match(line)
        role = role_of(match[1]) if match else None
        if match is None or role not in _TOLD or role in cells or not _fits(role, match[2], links):
            kept.append(line)
        else:
            value = match[2].strip().removesuffix("." if role in _VALUES else "")
            cells[role] = Cell(value, links=tuple([link for link in links if link in value]) if role is Role.TYPE else ())
    return "\n".join(kept), cells


def _fits(role: Role, value: str, links: Collection[str]) -> bool:
    """Whether a value answers its label; what does not is a sentence."""
    if role is Role.TYPE:
        return bool(read_type(value)) or is_linked(value, links) or (states_no_type(value) and len(value) <= _LONGEST_TYPE)
    if len(value) > _LONGEST_VALUE or (role in _VALUES and _ENDED.search(value)):
        return False  # a sentence, whose words in code tell the values
    if role is Role.REQUIRED:
        return says_yes(value) is not None
    return role is not Role.PLACE or place_of(value) is not None
