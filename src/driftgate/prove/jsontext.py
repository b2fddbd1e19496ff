"""JSON inside any text, with the offsets of every key and value: to edit a schema without printing it anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from driftgate.extract.openapi.references import key_of
from driftgate.prove.mutation import Edit

_TOKEN = re.compile(r'\s*(?:(?P<text>"(?:[^"\\]|\\.)*")|(?P<mark>[{}\[\],:])|(?P<word>[-+.\w]+))')
_ROOT = re.compile(r'(?:^|[=>(\[,:])\s*(?P<root>\{)(?=\s*")')
_NAMED = re.compile(r"""\[["'](?P<name>[^"'\]]{1,200})["']\]\s*=\s*$""")
#: Less than this is no document.
_LEAST = 200


@dataclass(slots=True)
class Node:
    """A value. start, end: of the value; key: offsets of its name between the quotes; children: by name or number."""

    start: int
    end: int = 0
    key: tuple[int, int] | None = None
    children: dict[str, Node] = field(default_factory=dict)
    name: str = ""  # of a document that a script keeps under a name of its own

    def at(self, *names: str) -> Node | None:
        """A descendant by its names."""
        node: Node | None = self
        for name in names:
            node = node.children.get(name) if node else None
        return node

    def is_a(self, text: str, opener: str) -> bool:
        return text.startswith(opener, self.start)


def documents(text: str) -> tuple[Node, ...]:
    """Every JSON document in a text, outermost first."""
    found: list[Node] = []
    done = 0
    for match in _ROOT.finditer(text):
        if match.start("root") < done:
            continue
        node = parsed(text, match.start("root"))
        if node is not None:
            done = node.end
            if node.end - node.start >= _LEAST:
                named = _NAMED.search(text, max(0, node.start - 300), node.start)
                node.name = named["name"] if named else ""
                found.append(node)
    return tuple(found)


def parsed(text: str, start: int) -> Node | None:
    """The JSON value that begins at an offset, None where it is not well-formed."""
    root: Node | None = None
    stack: list[Node] = []
    key: tuple[int, int] | None = None
    position = start
    while token := _TOKEN.match(text, position):
        position = token.end()
        mark = token["mark"]
        if mark in ("}", "]"):
            if not stack:
                return None
            stack.pop().end = position
            if not stack:
                return root
        elif mark == ":" or mark == ",":
            continue
        else:
            begin = token.start(token.lastgroup or 0)
            if token["text"] and stack and text[stack[-1].start] == "{" and key is None:
                key = (begin + 1, position - 1)
                continue
            node = Node(begin, position, key)
            if stack:
                parent = stack[-1]
                parent.children[text[key[0] : key[1]] if key else str(len(parent.children))] = node
            key = None
            root = root or node
            if mark:
                stack.append(node)
            elif not stack:
                return root
    return None


def resolved(roots: tuple[Node, ...], pointer: str) -> tuple[Node, ...]:
    """The nodes that a JSON pointer leads to, from whatever depth the OpenAPI document begins at; parents come first."""
    names = [key_of(name) for name in pointer.removeprefix("#/").split("/")]
    found = next((path for base in _bases(roots) if (path := _descended(base, names))), ())
    if found or names[:2] != ["components", "schemas"]:
        return found
    return next((path for root in roots if root.name == names[2] and (path := _descended(root, names[3:]))), ())


def _descended(base: Node, names: list[str]) -> tuple[Node, ...]:
    path = [base]
    for name in names:
        child = path[-1].children.get(name) or path[-1].children.get(name.replace("/", "\\/"))
        if child is None:
            return ()
        path.append(child)
    return tuple(path)


def _bases(roots: tuple[Node, ...]) -> Iterator[Node]:
    stack = list(reversed(roots))
    while stack:
        node = stack.pop()
        if node.at("paths") or node.at("components", "schemas") or node.at("definitions"):
            yield node
        if len(node.children) < 50:
            stack.extend(reversed(list(node.children.values())))


def without(text: str, node: Node) -> Edit:
    """An entry of an object or a list taken out, with one comma."""
    start = (node.key[0] - 1) if node.key else node.start
    after = re.compile(r"\s*,").match(text, node.end)
    if after:
        return Edit(start, after.end())
    before = text.rfind(",", 0, start)
    alone = text[before + 1 : start].strip() if before >= 0 else "x"
    return Edit(start, node.end) if alone else Edit(before, node.end)


def first_entry(node: Node, words: str) -> Edit:
    """A new first entry of an object or a list."""
    return Edit(node.start + 1, node.start + 1, words + ("," if node.children else ""))
