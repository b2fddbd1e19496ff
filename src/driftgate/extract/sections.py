"""What a heading announces: the request's body, query, headers, a response, an example … in the languages docs are written in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from driftgate.extract.typetable import folded


class Kind(StrEnum):
    """What the tables and lists below a heading hold."""

    REQUEST = "request"  # parameters whose place is not said
    PATH = "path"
    QUERY = "query"
    HEADER = "header"
    COOKIE = "cookie"
    BODY = "body"
    RESPONSE = "response"
    RESPONSE_HEADER = "response header"
    FIELDS = "fields"  # fields of whatever the heading above names
    MODELS = "models"
    EXAMPLE = "example"
    ASIDE = "aside"  # error codes, rate limits, permissions, changelog: no fields of this operation
    MEDIA_TYPE = "media type"


@dataclass(frozen=True, slots=True)
class Section:
    """kind: see Kind; status: of a response, where the heading says it; media_type: likewise."""

    kind: Kind
    status: str = ""
    media_type: str = ""


#: words that stand alone (scripts with spaces), by what they announce
WORDS: dict[str, tuple[str, ...]] = {
    "request": (
        "request", "requests", "input", "inputs", "anfrage", "requete", "solicitud", "peticion", "requisicao", "solicitacao", "richiesta",
        "запрос", "запроса", "zapytanie", "istek", "verzoek", "pedido", "yeu", "cau", "permintaan",
    ),
    "response": (
        "response", "responses", "return", "returns", "returned", "result", "results", "output", "outputs", "reply", "antwort", "antworten",
        "reponse", "reponses", "respuesta", "respuestas", "resposta", "respostas", "risposta", "risposte", "ответ", "ответа", "ответы",
        "odpowiedz", "yanit", "antwoord", "ruckgabe", "retour", "retorno", "respons",
    ),
    "body": (
        "body", "payload", "bodyparams", "form", "formdata", "korper", "rumpf", "corps", "cuerpo", "corpo", "тело", "тела", "govde", "json-body",
    ),
    "query": ("query", "querystring", "abfrage", "consulta", "query-string", "sorgu"),
    "path": ("path", "pfad", "chemin", "ruta", "caminho", "percorso", "пути", "путь", "sciezki"),
    "header": (
        "header", "headers", "kopfzeile", "kopfzeilen", "en-tete", "en-tetes", "entetes", "cabecera", "cabeceras", "encabezado", "encabezados",
        "cabecalho", "cabecalhos", "intestazione", "intestazioni", "заголовок", "заголовки", "заголовков", "naglowki",
    ),
    "cookie": ("cookie", "cookies"),
    "param": (
        "parameter", "parameters", "params", "param", "arguments", "argument", "args", "options", "parametre", "parametres", "parametro",
        "parametros", "parametri", "параметр", "параметры", "параметров", "parametry", "parametreler",
    ),
    "field": (
        "field", "fields", "attribute", "attributes", "property", "properties", "felder", "attribut", "eigenschaften", "champs", "campos", "campi",
        "поля", "поле", "свойства", "атрибуты", "propiedades", "atributos", "propriedades", "proprietes", "members", "items",
    ),
    "model": ("models", "schemas", "objects", "definitions", "types", "structures", "modelle", "modelos", "schemes"),
    "example": (
        "example", "examples", "sample", "samples", "snippet", "snippets", "demo", "beispiel", "beispiele", "exemple", "exemples", "ejemplo",
        "ejemplos", "exemplo", "exemplos", "esempio", "пример", "примеры", "przyklad", "ornek", "voorbeeld", "usage", "sdk", "quickstart", "tutorial",
    ),
    "aside": (
        "error", "errors", "codes", "rate", "limit", "limits", "limiting", "permission", "permissions", "pricing", "price", "prices", "plans",
        "changelog", "enumerated", "enum", "enums", "values", "roles", "faq", "scopes", "weight", "weights", "quota", "quotas", "changes",
        "история", "ошибки", "ошибок", "fehler", "fehlercodes", "erreur", "erreurs", "errores", "erros", "errori", "availability", "matrix", "comparison",
        "flags", "pagination", "history", "notes", "flag", "reasons", "compatibility", "supported", "migration",
    ),
    "neutral": (
        "http", "https", "api", "json", "the", "a", "an", "of", "and", "for", "in", "data", "schema", "structure", "format", "details", "detail",
        "description", "descriptions", "definition", "info", "information", "object", "url", "uri", "rest", "list", "table", "de", "la", "le", "des", "du", "der",
        "die", "das", "del", "della", "do", "da", "required", "optional", "content", "message", "code", "status", "ok", "success", "successful",
        "value", "values", "common", "client", "server", "type", "specification", "spec", "reference", "endpoint", "string", "model", "this",
        "method", "call", "raw", "standard", "additional", "available", "supported", "main", "key", "your", "with", "formato", "описание", "структура", "beschreibung",
        "post", "get", "put", "patch", "delete", "erfolgreiche", "los", "las", "el", "dados", "datos",
    ),
}  # fmt: skip

#: pieces of words, for scripts without spaces and for compounds
STEMS: tuple[tuple[str, str], ...] = (
    ("示例", "example"), ("样例", "example"), ("範例", "example"), ("例子", "example"), ("サンプル", "example"), ("예시", "example"), ("예제", "example"), ("리턴 예", "example"),
    ("错误", "aside"), ("錯誤", "aside"), ("异常", "aside"), ("エラー", "aside"), ("오류", "aside"), ("에러", "aside"), ("限速", "aside"), ("权限", "aside"), ("権限", "aside"), ("状态码", "aside"),
    ("狀態碼", "aside"), ("ステータスコード", "aside"), ("更新日志", "aside"), ("枚举", "aside"), ("상태 코드", "aside"), ("备注", "aside"),
    ("请求头", "header"), ("請求頭", "header"), ("头部", "header"), ("标头", "header"), ("標頭", "header"), ("ヘッダ", "header"), ("헤더", "header"),
    ("请求体", "body"), ("請求體", "body"), ("消息体", "body"), ("主体", "body"), ("ボディ", "body"), ("本文", "body"), ("바디", "body"), ("본문", "body"),
    ("查询", "query"), ("查詢", "query"), ("クエリ", "query"), ("쿼리", "query"),
    ("路径", "path"), ("路徑", "path"), ("パス", "path"), ("경로", "path"),
    ("响应", "response"), ("響應", "response"), ("返回", "response"), ("返还", "response"), ("回應", "response"), ("回应", "response"), ("回傳", "response"), ("出参", "response"),
    ("输出", "response"), ("結果", "response"), ("结果", "response"), ("レスポンス", "response"), ("応答", "response"), ("戻り値", "response"), ("出力", "response"), ("응답", "response"), ("반환", "response"), ("출력", "response"),
    ("请求", "request"), ("請求", "request"), ("入参", "request"), ("输入", "request"), ("リクエスト", "request"), ("要求", "request"), ("入力", "request"), ("요청", "request"), ("입력", "request"),
    ("参数", "param"), ("參數", "param"), ("パラメータ", "param"), ("パラメーター", "param"), ("파라미터", "param"), ("매개변수", "param"), ("引数", "param"), ("变量", "param"),
    ("字段", "field"), ("欄位", "field"), ("属性", "field"), ("フィールド", "field"), ("プロパティ", "field"), ("필드", "field"), ("項目", "field"), ("항목", "field"),
    ("anfrage", "request"), ("antwort", "response"), ("abfrage", "query"), ("pfad", "path"), ("kopfzeile", "header"), ("parameter", "param"), ("felder", "field"),
    ("说明", "neutral"), ("說明", "neutral"), ("説明", "neutral"), ("描述", "neutral"), ("数据", "neutral"), ("业务", "neutral"), ("接口", "neutral"), ("公共", "neutral"), ("格式", "neutral"),
    ("列表", "neutral"), ("설명", "neutral"), ("データ", "neutral"), ("一覧", "neutral"), ("形式", "neutral"), ("定义", "neutral"), ("成功", "neutral"), ("消息", "neutral"), ("内容", "neutral"),
    ("명세", "neutral"), ("데이터", "neutral"), ("목록", "neutral"), ("정보", "neutral"), ("변수", "param"),
)  # fmt: skip

_TAG_BY_WORD = {folded(word): tag for tag, words in WORDS.items() for word in words}
_STEMS = tuple((folded(stem), tag) for stem, tag in STEMS)
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+xx|\d+", re.IGNORECASE)
_MEDIA_TYPE = re.compile(r"\b((?:application|text|multipart|image|audio)/[\w.+*-]{1,80})", re.IGNORECASE)
_STATUS = re.compile(r"(?<![\w.])([1-5](?:\d\d|XX))(?![\w.])", re.IGNORECASE)
_OK = re.compile(r"\b(?:status|state)\s?[:：]\s?(ok|success|error|failure|failed)\b", re.IGNORECASE)
_DEFAULT = re.compile(r"^(?:status(?: code)?|response|http)\s?:?\s?default$")
_LONGEST = 90


def section_of(heading: str) -> Section | None:
    """What the heading announces, None where it announces nothing (a title, the name of an object)."""
    text = folded(heading).strip()
    if not text or len(text) > _LONGEST:
        return None
    media = _MEDIA_TYPE.search(text)
    media_type = media[1] if media else ""
    bare = _MEDIA_TYPE.sub(" ", text)
    if _DEFAULT.match(bare):
        return Section(Kind.RESPONSE, "default", media_type)
    named = _OK.search(bare)
    if named:
        return Section(Kind.RESPONSE, "200" if named[1] in ("ok", "success") else "default", media_type)
    tags, strange = _tags(bare)
    status = _status(bare, tags)
    kind = _kind(tags, status=bool(status))
    if kind is None:
        return Section(Kind.MEDIA_TYPE, media_type=media_type) if media and strange <= 1 else None
    if strange > (1 if len(tags) < 2 else 2) and not (status and strange <= 4):
        return None
    return Section(kind, status, media_type)


def _status(text: str, tags: set[str]) -> str:
    found = _STATUS.search(text)
    if found:
        return found[1].upper()
    return "default" if {"response", "aside"} <= tags and re.search(r"error|错误|錯誤|エラー|오류|ошибк|fehler|erreur", text) else ""


def _tags(text: str) -> tuple[set[str], int]:
    """What the words of a heading announce, and how many words say something else."""
    tags: set[str] = set()
    strange = 0
    for token in _TOKEN.findall(text):
        if token.isdigit() or token.endswith("xx"):
            continue
        tag = _TAG_BY_WORD.get(token)
        if tag is None:
            tag, rest = _by_stems(token, tags)
            strange += rest
        if tag:
            tags.add(tag)
    tags.discard("neutral")
    return tags, strange


def _by_stems(token: str, tags: set[str]) -> tuple[str | None, int]:
    """The tags of a word's pieces (added to the set), and 1 or more for what no piece explains."""
    rest = token
    for stem, tag in _STEMS:
        if stem in rest:
            rest = rest.replace(stem, "", 1)
            tags.add(tag)
    return None, 0 if not rest else 1 if rest == token or rest.isascii() else (len(rest) + 2) // 3


def _kind(tags: set[str], *, status: bool) -> Kind | None:
    if "example" in tags:
        return Kind.EXAMPLE
    response = "response" in tags or (status and not tags & {"request", "query", "path", "param"})
    if response and "request" not in tags:
        return Kind.RESPONSE_HEADER if "header" in tags else Kind.RESPONSE
    if "aside" in tags:
        return Kind.ASIDE
    for tag in ("header", "cookie", "query", "path", "body"):
        if tag in tags:
            return Kind(tag)
    if tags & {"request", "param"}:
        return Kind.REQUEST
    return Kind.MODELS if "model" in tags else Kind.FIELDS if "field" in tags else None


def sides_of(label: str) -> frozenset[str]:
    """Which side a label speaks of, whatever else it says: ``request``, ``response``, ``body``.

    >>> sorted(sides_of("Example response (JSON)"))
    ['response']
    """
    tags, strange = _tags(folded(label))
    return frozenset(tags & {"request", "response", "body"}) if strange <= 4 else frozenset()
