"""Objects written as a program declares them: ``{ name?: string, crew: { rank: integer }[] }`` and TypeScript's interfaces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from driftgate.contract import Source
from driftgate.extract.blocks import Cell
from driftgate.extract.tables.rows.beside import states
from driftgate.extract.tables.rows.nesting import Named, named
from driftgate.extract.tables.rows.row import Row
from driftgate.extract.tables.wording.words import Role
from driftgate.extract.typewords.read import read_type
from driftgate.extract.typewords.table import folded

_LARGEST = 60_000
_LANGUAGES = ("typescript", "ts")
_MOST_MEMBERS = 2_000
#: a type stands without quotes behind a name: cheap to look for, and no JSON sample has it
_DECLARED = re.compile(
    r"[\w\"'`*]\s{0,3}\??\s{0,3}:\s{0,3}[\[{(\s]{0,6}(?:string|number|integer|boolean|bool|int|float|object|any|unknown|Date|enum)\b"
    r"(?!\s{0,3}:)"
)
_TOKEN = re.compile(
    r"""(?P<comment>//[^\n]{0,2000}|/\*(?:[^*]|\*(?!/)){0,4000}\*/)
    |(?P<name>(?:readonly\s{1,3})?(?:[*]{2})?(?P<quote>["'`]?)(?P<word>[A-Za-z_$@](?:[\w$@./-]|:(?=\w)){0,100})(?P=quote)(?:[*]{2})?
        (?P<optional>\?)?\s{0,3}:(?!:))
    |(?P<literal>"[^"\n]{0,500}"|'[^'\n]{0,500}'|`[^`\n]{0,500}`)
    |(?P<sign>[{}\[\](),;\n])
    |(?P<text>[^\s{}\[\](),;"'`]{1,300})""",
    re.VERBOSE,
)
_HEAD = re.compile(
    r"^\s{0,20}(?:(?:export|declare|default)\s{1,4}){0,3}(?:interface|type|class|struct)\s{1,4}([A-Za-z_$][\w$]{0,100})[^{}\n]{0,200}(?=\{)"
)
#: what a comment begins with, up to the words that tell: in brackets, or ended by a colon, a full stop or a dash
_CLAUSE = re.compile(r"[(\[]([^()\[\]\n]{1,60})[)\]]\s{0,3}[:–—-]?|([^:.()\[\]\n]{1,60}?)(?::|\.(?=\s|$)|\s[–—-]\s|\n|$)")
#: a name in quotes and a value, and a comment behind it
_COMMENTED = re.compile(r"\"\s{0,3}:\s{0,3}[^\n]{1,2000}?[\s,\[{]//")
#: where names stand in quotes, so do the types: ``{"hull": "string", "masts": number}``
_TYPE_WORDS = ("string", "number", "integer", "boolean", "object", "blob", "timestamp")
#: what a program prints as the name of what has none
_UNNAMED = "undefined"
_VALUE = re.compile(r"[\"'`\d-]|(?:true|false|null)\b")
_NOISE = re.compile(r"^[/*\s]{1,10}|\s?\*/$|^\s{0,20}\* ?", re.MULTILINE)


@dataclass(slots=True)
class _Member:
    """One declared name. types: the words of its type; holds: it is an object with members of its own."""

    name: str
    level: int
    optional: bool
    line: int
    comment: str = ""
    types: list[str] = field(default_factory=list)
    holds: bool = False
    listed: bool = False

    @property
    def type(self) -> str:
        if self.holds:
            return "array" if self.listed else "object"
        text = " ".join(self.types).strip(" &|")
        if not self.listed:
            return text
        if not text:
            return "array"
        return f"({text})[]" if "|" in text else f"array of {text}"


def looks_declared(text: str) -> bool:
    """Whether a text may declare an object; a JSON sample does not."""
    return len(text) <= _LARGEST and _DECLARED.search(text) is not None


def declared_name(text: str) -> str:
    """The name that a declaration gives its object, ``""`` where it gives none."""
    head = _HEAD.match(text)
    return head[1] if head else ""


def shape_rows(text: str, source: Source, language: str = "") -> list[tuple[Row | None, Source]]:
    """The members of the objects that a text declares as rows, nested by level; none where it declares nothing.
    Members without braces around them are taken in a language that declares: elsewhere they are a sample in YAML."""
    if not looks_declared(text) or ("{" not in text and not language.lower().startswith(_LANGUAGES)):
        return []
    return declared_rows(text, source)


def declared_rows(text: str, source: Source) -> list[tuple[Row | None, Source]]:
    """The same for a text that stands where a schema does."""
    members = list(_Reader(text).members())
    leaves = [member for member in members if not member.holds]
    if not members or 2 * sum(_tells(member) for member in leaves) < len(leaves):
        return []
    marked = any(member.optional for member in members)
    rows: list[tuple[Row | None, Source]] = []
    for member in members:
        line = None if source.line is None else source.line + member.line
        stands = replace(source, line=line, quote=f"{member.name}: {member.type}"[:200])
        row = _row(member, stands, marked)
        rows.append((row, stands))
    return rows


def commented_rows(text: str, source: Source) -> list[tuple[Row | None, Source]]:
    """The members of a sample that describes them in comments, one behind most of its values; none where it does not.
    A value does not state a type; brackets do."""
    if "//" not in text or len(text) > _LARGEST or not _COMMENTED.search(text):
        return []
    members = _described(list(_Reader(text).members()))
    typed = _are_types(members)
    rows: list[tuple[Row | None, Source]] = []
    for member in members:
        stands = replace(source, line=None if source.line is None else source.line + member.line, quote=member.name)
        shown = [member.types[0].strip("\"'")] if typed and member.types else []
        row = _row(replace(member, types=shown), stands, marked=False)
        rows.append((row, stands))
    return rows


def _described(members: list[_Member]) -> list[_Member]:
    """All members where most values bear a comment; where most of the outermost ones do, these and what else bears one."""
    leaves = [member for member in members if not member.holds]
    if 2 * sum(bool(member.comment) for member in leaves) > len(leaves):
        return members
    outermost = [member for member in members if not member.level]
    if 2 * sum(bool(member.comment) for member in outermost) > len(outermost):
        return [member for member in members if member.comment or not member.level]
    return []


def _are_types(members: Sequence[_Member]) -> bool:
    """Whether the values are no values but the names of their types: ``"UUID"``, ``"string"``."""
    shown = [member.types[0] for member in members if member.types]
    return all((value[:1] == '"' or folded(value) in _TYPE_WORDS) and read_type(value.strip('"')) for value in shown)


def _tells(member: _Member) -> bool:
    """Whether a member is declared rather than shown with a value, as in a sample."""
    return len(member.types) > 1 or (bool(member.types) and _VALUE.match(member.types[0]) is None)


def _row(member: _Member, source: Source, marked: bool) -> Row | None:
    name = named(member.name)
    if name is None:
        return None
    said, comment = _clause(member.comment)
    cells = said | ({Role.TYPE: Cell(member.type)} if member.type else {})
    if comment:
        cells[Role.DESCRIPTION] = Cell(comment)
    whole = Named(name.name, member.level, question=member.optional, required=None if member.optional or not marked else True)
    return Row(whole, cells, source)


def _clause(comment: str) -> tuple[dict[Role, Cell], str]:
    """What a comment says before it begins to tell: "int, required: its length", "(string) Its name"; and the rest."""
    match = _CLAUSE.match(comment)
    cells: dict[Role, Cell] = {}
    parts = re.split(r"[,，]", match[1] or match[2]) if match else []
    alone = len(parts) == 1 and match is not None and (match[0][:1] in "([" or match[0] == comment)
    if not parts or not (len(parts) > 1 or alone) or not all(states(part.strip(), cells) for part in parts):
        return {}, comment
    return cells, comment[match.end() :].strip() if match else ""


class _Reader:
    """A walk over the signs of a declaration; braces are counted, not recursed into."""

    def __init__(self, text: str) -> None:
        head = _HEAD.match(text)
        self.tokens = _TOKEN.finditer(text, head.end() if head else 0)
        self.found: list[_Member] = []
        self.open: list[_Member | None] = []
        self.current: _Member | None = None
        self.comment = ""
        self.ended: _Member | None = None  # the member that ended on this line
        self.brackets = 0
        self.line = 0
        self.values: list[str] | None = None  # of an enumeration that stands open
        self.quoted: bool | None = None  # whether names stand in quotes, as the first does: then no other word is one

    def members(self) -> Iterator[_Member]:
        """The members in the order they stand in."""
        for token in self.tokens:
            if token["comment"]:
                self._comment(token["comment"])
            elif token["name"] and self._awaits_name(quoted=token["quote"] in ('"', "'")):
                self._name(token["word"], optional=bool(token["optional"]))
            elif token["sign"]:
                self._sign(token["sign"])
            elif self.current is not None:
                word = token["literal"] or ""
                text = word.strip("\"'") if self.quoted and folded(word.strip("\"'")) in _TYPE_WORDS else token[0]
                (self.current.types if self.values is None else self.values).append(text)
            if len(self.found) > _MOST_MEMBERS:
                break
        yield from self.found

    def _awaits_name(self, *, quoted: bool) -> bool:
        self.quoted = quoted if self.quoted is None else self.quoted
        if self.quoted and not quoted:
            return False
        return self.current is None or (not self.brackets and not self.current.types and self.current.holds)

    def _name(self, word: str, *, optional: bool) -> None:
        self.values = None
        last = self.found[-1] if self.found else None
        member = _Member(word, max(len(self.open) - 1, 0), optional, self.line, self.comment)
        if word == _UNNAMED:  # a further alternative of the type just above, or the whole
            self.current = last if last is not None and last.types[-1:] == ["|"] else member
        else:
            self.current = member
            self.found.append(member)
        self.comment, self.brackets = "", 0

    def _comment(self, text: str) -> None:
        said = _NOISE.sub("", text).strip()
        self.line += text.count("\n")
        told = self.current if self.current is not None and (self.current.types or self.current.holds) else self.ended
        if told is not None:
            told.comment = f"{told.comment}\n{said}".strip()
        else:
            self.comment = f"{self.comment}\n{said}".strip()[:4000]

    def _sign(self, sign: str) -> None:
        current = self.current
        if sign == "{":
            if current is not None:
                current.holds = True
            self.open.append(current)
            self.current, self.comment, self.brackets, self.ended = None, "", 0, current
        elif sign == "}":
            self.current = self.open.pop() if self.open else None
            self.comment, self.brackets = "", 0
        elif sign in "[(":
            self.brackets += 1
            if current is not None and current.types and current.types[-1].lower() == "enum":
                self.values = []
            elif current is not None and sign == "[":
                current.listed = True
        elif sign in "])":
            self.brackets = max(0, self.brackets - 1)
            if current is not None and self.values is not None:
                current.types[-1], self.values = f"enum[{', '.join(self.values)}]", None
        elif sign in ",;\n":
            self.line += sign == "\n"
            self.ended = None if sign == "\n" else self.current or self.ended
            told = current is not None and (current.types or current.holds or current.listed)
            if not self.brackets and (told or sign != "\n"):
                self.current = None
