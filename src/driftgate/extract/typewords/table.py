"""The words that documentation pages print for types, in the languages they print them: one visible table."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from driftgate.extract.typewords import furthertypes

#: canonical type -> every word for it. Format words stand in FORMATS.
WORDS: dict[str, tuple[str, ...]] = {
    "string": (
        "string", "str", "text", "char", "character", "varchar", "nvarchar", "longtext", "alphanumeric", "id", "guid",
        "snowflake", "alfanumérico", "alphanumérique", "alphanumerisch", "alfanumeryczny", "字符串", "字符", "字串",
        "文本", "文字", "字元串", "文字列", "テキスト", "ストリング", "문자열", "문자", "스트링", "텍스트", "строка",
        "строковый", "текст", "рядок", "zeichenkette", "zeichenfolge", "chaîne", "chaîne de caractères", "texte",
        "cadena", "cadena de texto", "cadena de caracteres", "texto", "cadeia", "cadeia de caracteres", "stringa",
        "testo", "tekst", "ciąg znaków", "łańcuch", "łańcuch znaków", "ciąg", "metin", "dize", "chuỗi", "teks",
    ),
    "integer": (
        "integer", "int", "long", "short", "bigint", "smallint", "tinyint", "biginteger", "uint", "ulong", "longint",
        "整数", "整型", "整數", "整数型", "长整型", "长整数", "長整數", "整數型", "インテジャー", "정수", "정수형",
        "целое", "целое число", "целочисленный", "ціле число", "ganzzahl", "ganze zahl", "entier", "nombre entier",
        "entero", "número entero", "inteiro", "número inteiro", "intero", "numero intero", "geheel getal",
        "liczba całkowita", "tamsayı", "tam sayı", "số nguyên", "bilangan bulat",
    ),
    "number": (
        "number", "num", "float", "double", "decimal", "numeric", "real", "bigdecimal", "float number", "数字", "数值",
        "數字", "數值", "浮点数", "浮点", "浮點數", "浮点型", "小数", "双精度", "双精度浮点数", "数値", "実数",
        "浮動小数点数", "浮動小数点", "ナンバー", "숫자", "실수", "소수", "число", "вещественное число",
        "дробное число", "число с плавающей точкой", "zahl", "dezimalzahl", "fließkommazahl", "gleitkommazahl",
        "nombre", "décimal", "flottant", "nombre décimal", "nombre flottant", "número", "número decimal", "flotante",
        "flutuante", "ponto flutuante", "numero", "numero decimale", "decimale", "numérico", "numérique", "numerisch",
        "getal", "liczba", "sayı", "số", "số thực", "bilangan", "ondalık", "ondalık sayı", "liczba zmiennoprzecinkowa",
        "liczba dziesiętna", "số thập phân",
    ),
    "boolean": (
        "boolean", "bool", "booleans", "logical", "true/false", "布尔", "布尔值", "布尔型", "布林", "布林值", "布爾",
        "布爾值", "逻辑型", "真偽値", "真理値", "ブール", "ブール値", "ブーリアン", "論理値", "불리언", "불린", "부울",
        "논리값", "논리형", "логический", "логическое", "логическое значение", "булево", "булевый", "булев",
        "булево значение", "логічний", "boolesch", "boolescher wert", "wahrheitswert", "booléen", "booléenne",
        "booleano", "lógico", "valor booleano", "wartość logiczna", "logiczny", "mantıksal", "luận lý",
    ),
    "array": (
        "array", "list", "arraylist", "set", "collection", "vector", "jsonarray", "sequence", "slice", "tuple",
        "iterable", "数组", "陣列", "数列", "列表", "清單", "集合", "配列", "リスト", "배열", "리스트", "목록",
        "массив", "список", "масив", "liste", "feldliste", "tableau", "arreglo", "matriz", "lista", "vetor", "vettore",
        "elenco", "lijst", "tablica", "dizi", "mảng", "danh sách", "daftar", "larik",
    ),
    "object": (
        "object", "obj", "map", "hashmap", "dict", "dictionary", "hash", "json", "jsonobject", "json object", "struct",
        "record", "freeformobject", "anytype map", "interface{}", "message", "对象", "对像", "物件", "對象", "字典",
        "结构体", "映射", "オブジェクト", "連想配列", "マップ", "객체", "오브젝트", "объект", "словарь", "об'єкт",
        "objekt", "objet", "dictionnaire", "objeto", "diccionario", "dicionário", "oggetto", "dizionario", "obiekt",
        "słownik", "nesne", "đối tượng", "objek",
    ),
    "null": ("null", "nil", "none type", "nonetype", "nulltype"),
}  # fmt: skip

#: a word that is a type and a format at once -> (type, format)
FORMATS: dict[str, tuple[str, str]] = {
    "int8": ("integer", "int8"),
    "int16": ("integer", "int16"),
    "int32": ("integer", "int32"),
    "int64": ("integer", "int64"),
    "uint8": ("integer", "uint8"),
    "uint16": ("integer", "uint16"),
    "uint32": ("integer", "uint32"),
    "uint64": ("integer", "uint64"),
    "u-int8": ("integer", "uint8"),
    "u-int16": ("integer", "uint16"),
    "u-int32": ("integer", "uint32"),
    "u-int64": ("integer", "uint64"),
    "float32": ("number", "float"),
    "float64": ("number", "double"),
    "date": ("string", "date"),
    "date-time": ("string", "date-time"),
    "datetime": ("string", ""),
    "date-only": ("string", "date"),
    "time-only": ("string", "time"),
    "datetime-only": ("string", ""),
    "datum": ("string", "date"),
    "fecha": ("string", "date"),
    "дата": ("string", "date"),
    "날짜": ("string", "date"),
    "globally unique identifier": ("string", "uuid"),
    "localdate": ("string", "date"),
    "localdatetime": ("string", ""),
    "offsetdatetime": ("string", "date-time"),
    "iso8601": ("string", "date-time"),
    "iso8601 timestamp": ("string", "date-time"),
    "iso8601time": ("string", "date-time"),
    "uuid": ("string", "uuid"),
    "uri": ("string", "uri"),
    "uri-reference": ("string", "uri-reference"),
    "uri-template": ("string", "uri-template"),
    "iri": ("string", "iri"),
    "iri-reference": ("string", "iri-reference"),
    "idn-email": ("string", "idn-email"),
    "idn-hostname": ("string", "idn-hostname"),
    "ip-address": ("string", "ip-address"),
    "json-pointer": ("string", "json-pointer"),
    "url": ("string", "uri"),
    "email": ("string", "email"),
    "hostname": ("string", "hostname"),
    "ipv4": ("string", "ipv4"),
    "ipv6": ("string", "ipv6"),
    "password": ("string", "password"),
    "byte": ("string", "byte"),
    "bytearray": ("string", "byte"),
    "base64": ("string", "byte"),
    "binary": ("string", "binary"),
    "file": ("string", "binary"),
    "multipartfile": ("string", "binary"),
    "文件": ("string", "binary"),
    "檔案": ("string", "binary"),
    "ファイル": ("string", "binary"),
    "파일": ("string", "binary"),
    "файл": ("string", "binary"),
    "datei": ("string", "binary"),
    "fichier": ("string", "binary"),
    "archivo": ("string", "binary"),
    "arquivo": ("string", "binary"),
    "日付": ("string", "date"),
    "日期": ("string", ""),
    "日時": ("string", ""),
    "日期时间": ("string", ""),
}

#: names that stand in brackets behind a type as its format: ``string (date-time)``
FORMAT_NAMES = frozenset((
    "int8", "int16", "int32", "int64", "uint32", "uint64", "float", "double", "decimal", "date", "date-time", "time",
    "duration", "uuid", "uri", "url", "uri-reference", "email", "hostname", "ipv4", "ipv6", "password", "byte", "binary",
    "base64", "base64url", "json-pointer", "regex", "iri", "phone", "unix-time", "unix-timestamp", "unixtime", "cidr",
    "date-time-rfc1123", "partial-date", "iso-date", "iso-date-time", "rfc3339", "ulid", "char", "html", "markdown",
))  # fmt: skip

#: words that qualify a type rather than name one -> the fact they state
FLAGS: dict[str, tuple[str, bool]] = {
    "nullable": ("nullable", True),
    "non-nullable": ("nullable", False),
    "non-null": ("nullable", False),
    "required": ("required", True),
    "optional": ("required", False),
    "deprecated": ("deprecated", True),
    "read-only": ("read_only", True),
    "readonly": ("read_only", True),
    "read only": ("read_only", True),
    "write-only": ("write_only", True),
    "writeonly": ("write_only", True),
    "write only": ("write_only", True),
    "🆁": ("read_only", True),
    "🆆": ("write_only", True),
    "unique": ("unique_items", True),
    "必填": ("required", True),
    "必选": ("required", True),
    "必須": ("required", True),
    "可选": ("required", False),
    "選填": ("required", False),
    "任意項目": ("required", False),
    "可空": ("nullable", True),
    "可为空": ("nullable", True),
    "可为null": ("nullable", True),
    "null許容": ("nullable", True),
    "필수": ("required", True),
    "선택": ("required", False),
    "обязательный": ("required", True),
    "необязательный": ("required", False),
    "erforderlich": ("required", True),
    "obligatoire": ("required", True),
    "facultatif": ("required", False),
    "obligatorio": ("required", True),
    "opcional": ("required", False),
    "obrigatório": ("required", True),
}

#: words that name a kind of value without naming its type; beside a type they say nothing more
NEUTRAL = ("enum", "enumeration", "enumerated", "const", "枚举", "列舉", "列挙", "列挙型", "열거형", "перечисление", "repeated")

#: words for "any type", and marks for an empty cell: the page states no type, and nothing was misunderstood
UNSTATED = (
    "any", "any type", "anytype", "mixed", "任意", "任意类型", "любой", "beliebig", "unknown", "void", "generic", "variable",
    "-", "--", "---", "—", "–", "n/a", "na", "none", "/", "无", "無", "なし", "*", "?",
)  # fmt: skip

#: words between the array word and the word for its items
LINKS = ("of", "von", "de", "d'", "des", "di", "du", "da", "van", "z", "из", "with")

#: words between the members of a union
ORS = ("or", "oder", "ou", "o", "или", "lub", "veya", "hoặc")

#: gluing particles and suffixes of scripts that write without spaces
GLUE = ("の", "의", "的")
SUFFIXES = ("类型", "類型", "型", "值", "타입", "형")


def folded(text: str) -> str:
    """The word as compared: case, accents and width folded. Only for words of a table, never for a field's name."""
    if text.isascii():
        return text.lower()
    return _folded_word(text) if len(text) <= _LONGEST_WORD else _folded(text)


def _folded(text: str) -> str:
    wide = unicodedata.normalize("NFKC", text).casefold().translate(_APOSTROPHES)
    bare = "".join(c for c in unicodedata.normalize("NFKD", wide) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare)


_LONGEST_WORD = 60
_APOSTROPHES = str.maketrans({"\u2019": "'", "\u02bc": "'"})
_folded_word = lru_cache(maxsize=4096)(_folded)

TYPE_BY_WORD = {folded(word): name for table in (furthertypes.WORDS, WORDS) for name, words in table.items() for word in words}
FORMAT_BY_WORD = {folded(word): pair for word, pair in FORMATS.items()}
FLAG_BY_WORD = {folded(word): fact for word, fact in FLAGS.items()}
NEUTRAL_WORDS = frozenset(map(folded, NEUTRAL))
UNSTATED_WORDS = frozenset(map(folded, UNSTATED))
