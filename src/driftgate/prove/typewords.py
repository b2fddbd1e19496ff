"""The words that planting turns into others: types, and words that state whether a field is required."""

from __future__ import annotations

from collections.abc import Mapping

#: A printed type and what it is turned into.
OTHER_TYPE: Mapping[str, str] = {
    "string": "integer",
    "integer": "string",
    "int": "string",
    "number": "string",
    "float": "string",
    "boolean": "string",
    "bool": "string",
    "array": "string",
    "object": "string",
    "String": "Integer",
    "Integer": "String",
    "Number": "String",
    "Float": "String",
    "Boolean": "String",
    "Array": "String",
    "Object": "String",
}

#: A word that states requiredness by itself, and its opposite.
OTHER_REQUIRED: Mapping[str, str] = {
    "required": "optional",
    "Required": "Optional",
    "REQUIRED": "OPTIONAL",
    "optional": "required",
    "Optional": "Required",
    "OPTIONAL": "REQUIRED",
    "必填": "可选",
    "必須": "任意",
    "obligatorio": "opcional",
    "obrigatório": "opcional",
    "obligatoire": "facultatif",
    "erforderlich": "optional",
    "обязательный": "необязательный",
}

#: What a cell says in a column about being required, and its opposite.
OTHER_ANSWER: Mapping[str, str] = {
    **OTHER_REQUIRED,
    "true": "false",
    "false": "true",
    "True": "False",
    "False": "True",
    "Yes": "No",
    "No": "Yes",
    "yes": "no",
    "no": "yes",
    "YES": "NO",
    "NO": "YES",
    "Y": "N",
    "N": "Y",
    "是": "否",
    "否": "是",
    "はい": "いいえ",
    "いいえ": "はい",
    "Да": "Нет",
    "Нет": "Да",
    "да": "нет",
    "нет": "да",
    "Ja": "Nein",
    "Nein": "Ja",
    "ja": "nein",
    "nein": "ja",
    "Oui": "Non",
    "Non": "Oui",
    "Sí": "No",
    "Sim": "Não",
    "Não": "Sim",
    "예": "아니요",
    "아니요": "예",
}

#: What vendors put before the description of a field that will go.
DEPRECATED = "Deprecated. "

#: Headers of a column that says whether a field is required, in lower case.
REQUIRED_HEADERS = frozenset(
    {
        *(
            "required",
            "required?",
            "mandatory",
            "是否必填",
            "必填",
            "必须",
            "是否必须",
            "必選",
            "必填項",
            "必須",
            "필수",
            "필수 여부",
        ),
        *("обязательный", "обязательно", "обязательность", "pflicht", "pflichtfeld", "erforderlich", "obligatoire", "requis"),
        *("obligatorio", "requerido", "obrigatório"),
    }
)
