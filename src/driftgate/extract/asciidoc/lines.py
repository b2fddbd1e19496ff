"""An AsciiDoc document as the lines that are shown: comments, attributes and untrue conditions taken out, line numbers kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: a delimited block whose lines are shown as they stand, or whose cells may hold anything
VERBATIM = re.compile(r"^(?:-{4,80}|\.{4,80}|\+{4,80}|`{3,80}\S{0,40}.{0,200})$")
_COMMENT_BLOCK = re.compile(r"^/{4,80}$")
_ATTRIBUTE = re.compile(r"^:(!?[\w][\w-]{0,60}!?):(?:\s+(.{0,4000}))?$")
_CONDITION = re.compile(r"^(ifdef|ifndef|ifeval|endif)::([^\[\]\s]{0,200})\[(.{0,1000})\]$")
_REFERENCE = re.compile(r"(?<!\\)\{([A-Za-z0-9_][\w-]{0,60})\}")
_DROPPED = re.compile(r"^(?:include|image|toc|video|audio)::\S{0,500}\[[^\n]{0,500}\]$|^(?:<{3,10}|'{3,10}|toc::\[\])$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is shown. number: 1-based."""

    number: int
    text: str


def shown_lines(text: str) -> list[Line]:
    """The lines of a document that a reader of the finished page sees something of."""
    return list(_Reader().shown(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")))


class _Reader:
    """Keeps the attributes set so far, the conditions that are open, and the verbatim block that the walk stands in."""

    def __init__(self) -> None:
        self.attributes: dict[str, str] = {}
        self.open: list[bool] = []
        self.verbatim = ""
        self.continued = ""

    def shown(self, lines: list[str]) -> Iterator[Line]:
        in_comment = ""
        for number, raw in enumerate(lines, 1):
            line = raw.rstrip()
            if self.verbatim:
                self.verbatim = "" if line == self.verbatim else self.verbatim
                yield Line(number, line)
            elif in_comment or _COMMENT_BLOCK.match(line):
                in_comment = ("" if line == in_comment else in_comment) if in_comment else line
            elif self._is_directive(line) or not all(self.open) or _is_remark(line):
                continue
            else:
                mark = VERBATIM.match(line)
                self.verbatim = (line if line[0] != "`" else "`" * (len(line) - len(line.lstrip("`")))) if mark else ""
                yield Line(number, line if mark else self._with_values(line))

    def _is_directive(self, line: str) -> bool:
        """Whether the line is an attribute entry or a condition, which is carried out."""
        if self.continued:
            self.attributes[self.continued] += " " + line.removesuffix("\\").strip()
            self.continued = self.continued if line.endswith(" \\") else ""
            return True
        entry = _ATTRIBUTE.match(line) if line.startswith(":") else None
        if entry:
            self._set(entry[1], entry[2] or "")
            return True
        condition = _CONDITION.match(line)
        if condition:
            self._condition(condition[1], condition[2], condition[3])
        return condition is not None

    def _set(self, name: str, value: str) -> None:
        if "!" in name:
            self.attributes.pop(name.strip("!"), None)
            return
        self.attributes[name] = self._with_values(value.removesuffix("\\").strip())
        self.continued = name if value.endswith(" \\") else ""

    def _condition(self, word: str, names: str, inside: str) -> None:
        if word == "endif":
            self.open = self.open[:-1]
        elif not inside or word == "ifeval":
            known = [name in self.attributes for name in re.split(r"[,+]", names)]
            holds = all(known) if "+" in names else any(known)
            self.open.append(word == "ifeval" or holds is (word == "ifdef"))

    def _with_values(self, line: str) -> str:
        """The line with the attributes that the document sets put in; all others stay: they may be variables of a path."""
        if "{" not in line or not self.attributes:
            return line
        return _REFERENCE.sub(lambda m: self.attributes.get(m[1], m[0])[:1000], line)


def _is_remark(line: str) -> bool:
    return (line.startswith("//") and not line.startswith("///")) or _DROPPED.match(line) is not None
