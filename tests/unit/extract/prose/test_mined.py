"""Sentences state facts by visible rules; what they only hint at states nothing."""

from __future__ import annotations

import time

import pytest

from driftgate.contract import Certainty, Source
from driftgate.extract.prose.mined import in_ticks, mined


@pytest.mark.parametrize(
    "sentence",
    [
        "Required when `kind` is set.",
        "Ask the port. Required papers follow.",
        "Only use this if the other field is deprecated.",
        "When the ship was removed.",
        "Required: no",
        "Required: false. How long.",
        "Whether the ship is obsolete.",
        "No longer needed when `length` is given.",
        "True for a card that is no longer used.",
        "Defaults to the account's currency.",
        "Higher values make the output more random.",
        "Between you and me.",
        "Up to date.",
        "Pass a string or an array of ids to the other call.",
        "Can be a string or text.",
        "Defaults to true for bots. Otherwise, defaults to false.",
        "By day: default: 7, max: 31. By hour: default: 24, max: 168.",
        "One of the reasons, or `function_call` (deprecated) if it was called.",
        "It must be a string of pearls.",
    ],
)
def test_a_sentence_that_states_no_fact_gives_none(sentence: str) -> None:
    assert mined(sentence).facts == {}


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("Sampling between 0 and 2. Defaults to 1.", {"default": 1, "minimum": 0, "maximum": 2}),
        ("Deprecated, use `length` instead.", {"deprecated": True}),
        ("How long. This field is no longer supported.", {"deprecated": True}),
        ("How long. No longer used.", {"deprecated": True}),
        ("Obsolete: use `length` instead.", {"deprecated": True}),
        ("Can be a string or an array of strings.", {"type": "string | array<string>"}),
        ("May be a single number, or a list of ranges.", {"type": "number | array"}),
        ("Must be either an object for one ship or an array of objects.", {"type": "array | object"}),
        ("Required. The ship's name.", {"required": True}),
        ("The ship's name (required), as painted.", {"required": True}),
        ("船的名字，必填", {"required": True}),
        ("船的颜色，可选。", {"required": False}),
        ("배의 이름 (예 Argo). 필수.", {"required": True}),
        ("The ship's name.\nRequired", {"required": True}),
        ("Which ship, e.g. {id}. Required.", {"required": True}),
        ("When it sails. Optional. In days.", {"required": False}),
        ("(Bắt buộc) The ship.", {"required": True}),
        ("(Tùy chọn) The ship.", {"required": False}),
        ("The ship's name. This field is required.", {"required": True}),
        ("Широта в градусах. Обязательное поле.", {"required": True}),
        ("Optional, if given.", {"required": False}),
        ("One of `a`, `b` or `c`.", {"enum": ("a", "b", "c")}),
        ("Possible values: [`a`, `b`]", {"enum": ("a", "b")}),
        ("max length 64", {"max_length": 64}),
        ("(minimum: 1, maximum: 2, default: 1)", {"default": 1, "minimum": 1, "maximum": 2}),
        ("取值范围：[0.0, 1.0]，默认值为0.95", {"default": 0.95, "minimum": 0.0, "maximum": 1.0}),
        ("船名，最长32位", {"max_length": 32}),
        ("最大20文字", {"max_length": 20}),
        ("`x`,`y` 其一", {"enum": ("x", "y")}),
        ("What it is.\nMust be a Hash", {"type": "object"}),
        ("Must be an array of any type.", {"type": "array"}),
    ],
)
def test_a_sentence_states_these_facts(sentence: str, facts: dict[str, object]) -> None:
    assert dict(mined(sentence).facts) == facts


def test_a_limit_of_numbers_is_not_mined_for_a_string() -> None:
    assert mined("between 1 and 5", "string").facts == {}


def test_mined_facts_keep_the_words_and_say_that_they_were_mined() -> None:
    source = mined("Size of the hold. Defaults to 12.").sources(Source(url="u", line=3, reader="r"))["default"]
    assert source == Source(url="u", line=3, quote="Defaults to 12", reader="r", certainty=Certainty.MINED)


def test_code_spans_get_their_ticks_back_in_order() -> None:
    assert in_ticks("a or b, then a", ("a", "b", "a")) == "`a` or `b`, then `a`"


@pytest.mark.parametrize("hostile", ["between " * 30_000, "`a`, " * 30_000, "default " * 30_000, "range [" * 30_000])
def test_hostile_descriptions_are_read_in_no_time(hostile: str) -> None:
    started = time.process_time()
    mined(hostile)
    assert time.process_time() - started < 1.0


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("Valores possíveis: `mast`, `oar` e `steam`.", {"enum": ("mast", "oar", "steam")}),
        ("Допустимые значения: `mast` или `oar`", {"enum": ("mast", "oar")}),
        ("Zulässige Werte: `mast` oder `oar`", {"enum": ("mast", "oar")}),
        ("Valeurs possibles : `mast` ou `oar`", {"enum": ("mast", "oar")}),
        ("가능한 값: `mast`, `oar`", {"enum": ("mast", "oar")}),
        ("Un número entre 1 y 12.", {"minimum": 1, "maximum": 12}),
        ("Число от 1 до 12", {"minimum": 1, "maximum": 12}),
        ("Valor padrão: 3", {"default": 3}),
        ("Standardwert ist 3", {"default": 3}),
        ("Un texto de entre 1 y 12 caracteres", {}),
        ("От 1 до 12 символов", {}),
    ],
)
def test_sentences_of_other_languages_state_the_same_facts(sentence: str, facts: dict[str, object]) -> None:
    assert mined(sentence).facts == facts
