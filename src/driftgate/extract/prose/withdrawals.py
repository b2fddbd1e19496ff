"""The words by which a page says of an operation as a whole that it is deprecated, and of the day it goes."""

from __future__ import annotations

import re

from driftgate.contract import FactValue

#: One of these stands in every page that says so; looking for them first costs next to nothing.
_WORDS = (
    *("eprecated", "EPRECATED", "iscontinued", "etired", "bsolet", "sunset", "be removed", "ecommission", "shut down"),
    *(
        "no longer supported",
        "弃用",
        "废弃",
        "棄用",
        "廢棄",
        "下线",
        "停用",
        "非推奨",
        "廃止",
        "지원 중단",
        "устарел",
        "veraltet",
    ),
    *("obsolèt", "déprécié", "depreciad", "descontinuad", "en desuso"),
)
_LONGEST = 600

_I = re.IGNORECASE
_GONE = r"(?:deprecated|discontinued|retired|obsolete|sunset|sunsetted|decommissioned|no longer supported)"
_WILL_GO = r"will (?:soon )?be (?:removed|retired|discontinued|shut down|sunset|decommissioned|turned off)"
_THING = r"(?:end-?point|operation|method|api|call|route|resource|request|service|function|action|version)s?"
_FOREIGN = (
    r"(?:已?(?:弃用|废弃|棄用|廢棄|下线|停用)|廃止(?:予定)?|非推奨|지원 ?중단(?:됨|예정)?|устарел[оаи]?|veraltet|obsol[eè]te?"
    r"|obsoleto|déprécié|descontinuad[oa]|depreciad[oa]|en desuso)"
)
_IN_TITLE = re.compile(rf"[\[(（【]\s{{0,2}}(?:(?:now )?deprecated|{_FOREIGN})\s{{0,2}}[\])）】]|^deprecated\s{{0,2}}[:–—-]", _I)
_BADGE_IN_TITLE = re.compile(r"\s(?:Deprecated|DEPRECATED)$")
_BADGE = re.compile(rf"\W{{0,4}}(?:deprecated|{_FOREIGN})\W{{0,4}}$", _I)
_LABEL = re.compile(r"\W{0,4}(?:deprecated|deprecation (?:notice|warning))\s{0,2}[.:!–—-]", _I)
_SENTENCE = re.compile(
    rf"\b(?:this|the) (?:[\w-]{{1,20}} ){{0,2}}?{_THING} "
    rf"(?:(?:is|are|was|has been|have been) (?:now |officially |also )?{_GONE}\b|{_WILL_GO}\b)"
    rf"|^(?:it )?(?:is|has been) deprecated\b"
    rf"|(?:该|此|本)(?:接口|API|方法|端点)[^。,，]{{0,6}}{_FOREIGN}"
    rf"|(?:この|本)(?:API|エンドポイント|メソッド)は{_FOREIGN}"
    rf"|이 (?:API|엔드포인트)[은는] {_FOREIGN}"
    rf"|(?:метод|запрос|эндпоинт) {_FOREIGN}"
    rf"|dies\w{{1,2}} (?:endpunkt|methode|api) ist {_FOREIGN}"
    rf"|cet(?:te)? (?:méthode|api|endpoint|route) est {_FOREIGN}"
    rf"|est[ea] (?:método|api|endpoint|operaci[óo]n) (?:está|es|é|foi) {_FOREIGN}",
    _I,
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = rf"\d{{4}}-\d\d-\d\d|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}} {_MONTH} \d{{4}}"
_SUNSET = re.compile(
    r"\b(?:removed|retired|discontinued|shut down|sunset|decommissioned|turned off|end of life)\b[^.!?]{0,30}?"
    rf"\b(?:on|from|after|by|until) ({_DATE})",
    _I,
)


def may_say_so(text: str) -> bool:
    """Whether a word of this kind stands on a page at all."""
    return any(word in text for word in _WORDS)


def is_badge(text: str) -> bool:
    """Whether a text is a mark and nothing else: "Deprecated"."""
    return _BADGE.match(text) is not None


def says_so(text: str, *, is_title: bool = False) -> bool:
    """Whether a text near the operation says that it is deprecated; of a title only its marks count."""
    text = text[:_LONGEST]
    if is_title and not is_badge(text):
        return bool(_IN_TITLE.search(text) or _BADGE_IN_TITLE.search(text))
    return bool(is_badge(text) or _LABEL.match(text) or _SENTENCE.search(text))


def withdrawal(texts: list[str]) -> dict[str, FactValue]:
    """The facts of an operation of which one of these texts says so. The day it goes is told as it is printed.

    >>> withdrawal(["This endpoint is deprecated and will be removed on 2027-01-31."])
    {'deprecated': True, 'sunset': '2027-01-31'}
    """
    date = next((match[1] for text in texts if (match := _SUNSET.search(text[:_LONGEST]))), None)
    return {"deprecated": True} if date is None else {"deprecated": True, "sunset": date}
