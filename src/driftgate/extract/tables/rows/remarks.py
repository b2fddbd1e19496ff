"""Entries of a list that are no fields of their own: facts on entries within that of a field, and several names in one entry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from driftgate.extract.blocks import Item
from driftgate.extract.tables.rows.beside import REQUIRED
from driftgate.extract.tables.wording.words import Role, role_of, says_yes
from driftgate.extract.typewords.read import read_type

#: "first_name, last_name: required"
_SEVERAL = re.compile(r"([a-z_$][\w$.]{0,60}(?:(?:, ?|、|，)[a-z_$][\w$.]{0,60}){1,11})(?=\s?[:：]|\s[-–—]\s)")
_BETWEEN = re.compile(r", ?|、|，")
_LONGEST_FACT = 30


def one_field_each(items: Sequence[Item]) -> list[Item]:
    """The same entries, each of one field at most: its facts that stand on entries within it follow its name in brackets."""
    found: list[Item] = []
    for item in items:
        fact = _fact(item) if found and item.depth > found[-1].depth else ""
        if fact:
            found[-1] = _with_fact(found[-1], fact)
        else:
            found += _apart(item)
    return found


def _fact(item: Item) -> str:
    """What an entry says that is nothing but a type, or whether the field is required, behind a label or not; else ""."""
    word = item.text.strip(" .`")
    label, _, answer = word.replace("：", ":").partition(":")
    if not word or len(word) > _LONGEST_FACT or (label in item.code and item.term):
        return ""
    if (yes := says_yes(answer.strip())) is not None and label[:1].isupper() and role_of(label) is Role.REQUIRED:
        return "required" if yes else "optional"
    if answer and label[:1].isupper() and role_of(label) is Role.TYPE and read_type(answer):
        return answer.strip()
    return word if not item.term.strip() and (REQUIRED.match(word) or (word[0].isupper() and read_type(word))) else ""


def _with_fact(item: Item, fact: str) -> Item:
    """The entry with a fact in brackets behind its name."""
    name = item.term if item.term and item.text.startswith(item.term) else re.split(r"[\s:：]", item.text, maxsplit=1)[0]
    behind = item.text[len(name) :]
    told = re.match(r" \(([^()\n]{1,100})\)", behind)
    facts = f"{told[1]}, {fact}" if told else fact
    return replace(item, text=f"{name} ({facts}){behind[told.end() :] if told else behind}")


def _apart(item: Item) -> Iterator[Item]:
    """One entry for each of the names that an entry describes together."""
    several = _SEVERAL.match(item.text)
    names = _BETWEEN.split(several[1]) if several else []
    if several is None or (
        item.term not in ("", several[1]) and item.text.startswith(item.term) and not set(names) <= {*item.code}
    ):
        yield item
        return
    for name in names:
        yield replace(item, text=f"{name}{item.text[several.end() :]}", term=name if item.term else "")
