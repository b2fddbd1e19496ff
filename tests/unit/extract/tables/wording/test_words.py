"""Headers, headings, yes and no, and places are known in ten languages; an unknown word is never guessed at."""

from __future__ import annotations

import pytest

from driftgate.extract.tables.sections import Kind, Section, section_of
from driftgate.extract.tables.wording.words import Role, place_of, role_of, says_yes


@pytest.mark.parametrize(
    "header", ["OpenAI GPT", "Claude", "Wibble", "", "Supported since when", "Required field", "Field of oak"]
)
def test_an_unknown_header_has_no_role(header: str) -> None:
    assert role_of(header) is None


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Parameter", Role.NAME),
        ("**Field name**", Role.NAME),
        ("변수 이름", Role.NAME),
        ("Tipo de campo", Role.TYPE),
        ("Description of the property", Role.DESCRIPTION),
        ("Обяз.", Role.REQUIRED),
        ("参数名称", Role.NAME),
        ("欄位", Role.NAME),
        ("パラメータ名", Role.NAME),
        ("필드명", Role.NAME),
        ("Имя параметра", Role.NAME),
        ("Feldname", Role.NAME),
        ("Paramètre", Role.NAME),
        ("Parámetro", Role.NAME),
        ("Parâmetro", Role.NAME),
        ("Data Type", Role.TYPE),
        ("Тип данных", Role.TYPE),
        ("タイプ", Role.TYPE),
        ("Mandatory", Role.REQUIRED),
        ("是否必填", Role.REQUIRED),
        ("必須", Role.REQUIRED),
        ("필수여부", Role.REQUIRED),
        ("Обязательный", Role.REQUIRED),
        ("Pflichtfeld", Role.REQUIRED),
        ("Obligatoire", Role.REQUIRED),
        ("Obrigatório", Role.REQUIRED),
        ("デフォルト", Role.DEFAULT),
        ("Valeur par défaut", Role.DEFAULT),
        ("Beschreibung", Role.DESCRIPTION),
        ("ステータスコード", Role.STATUS),
        ("单位", Role.ASIDE),
    ],
)
def test_a_header_announces_its_column(header: str, role: Role) -> None:
    assert role_of(header) is role


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Yes", True), ("**true**", True), ("是", True), ("はい", True), ("예", True), ("Да", True), ("ja", True), ("Oui", True),
        ("Sí", True), ("Sim", True), ("No", False), ("false(see note)", False), ("否", False), ("いいえ", False), ("Нет", False),
        ("Optional", False), ("see below", None), ("", None),
    ],
)  # fmt: skip
def test_yes_and_no_are_read_in_many_languages(text: str, answer: bool | None) -> None:
    assert says_yes(text) is answer


def test_a_place_is_read_from_its_word() -> None:
    assert [place_of(text) for text in ("query", "URL", "请求头", "form-data", "somewhere")] == [
        "query",
        "path",
        "header",
        "body",
        None,
    ]


@pytest.mark.parametrize(
    "title", ["System Message Format", "Create payment request", "Lobby Structure", "Authentication", "The message object"]
)
def test_a_title_announces_nothing(title: str) -> None:
    assert section_of(title) is None


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Request Parameters", Section(Kind.REQUEST)),
        ("Query String Params", Section(Kind.QUERY)),
        ("Path Parameters", Section(Kind.PATH)),
        ("Request body", Section(Kind.BODY)),
        ("HTTP request headers", Section(Kind.HEADER)),
        ("Response Headers", Section(Kind.RESPONSE_HEADER)),
        ("Response body (200 OK)", Section(Kind.RESPONSE, "200")),
        ("Status Code default", Section(Kind.RESPONSE, "default")),
        ("Request Example", Section(Kind.EXAMPLE)),
        ("Error codes", Section(Kind.ASIDE)),
        ("Rate limits", Section(Kind.ASIDE)),
        ("返回参数说明", Section(Kind.RESPONSE)),
        ("請求參數", Section(Kind.REQUEST)),
        ("リクエストボディ(JSON)", Section(Kind.BODY)),
        ("응답 필드", Section(Kind.RESPONSE)),
        ("Параметры запроса", Section(Kind.REQUEST)),
        ("Anfrageparameter", Section(Kind.REQUEST)),
        ("Corps de la requête", Section(Kind.BODY)),
        ("Cuerpo de la respuesta", Section(Kind.RESPONSE)),
        ("Parâmetros da requisição", Section(Kind.REQUEST)),
        ("Content Type: application/json", Section(Kind.MEDIA_TYPE, media_type="application/json")),
    ],
)
def test_a_heading_announces_its_section(heading: str, section: Section) -> None:
    assert section_of(heading) == section


def test_a_picture_before_the_answer_is_not_the_answer() -> None:
    assert says_yes("⭕ Optional") is False
    assert says_yes("✅ Yes") is True
    assert says_yes("☂ rain") is None


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("1", True),
        ("1..n", True),
        ("[1..1]", True),
        ("0..1", False),
        ("0-*", False),
        ("(*1)", None),
        ("※2", None),
        ("12..3", None),
    ],
)
def test_how_often_a_field_occurs_is_an_answer_and_a_footnote_is_none(text: str, answer: bool | None) -> None:
    assert says_yes(text) is answer


def test_the_name_of_a_model_in_brackets_is_no_word_of_a_heading() -> None:
    assert section_of("Request body (ShipInputDTO)") == section_of("Request body (NewShip)") == Section(Kind.BODY)
    assert section_of("Ships (optional)") is None
