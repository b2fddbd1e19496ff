"""Operations whose address and method stand apart, each behind its label: ``URL: /x`` and ``Method: POST``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from driftgate.contract.paths import METHODS
from driftgate.extract.blocks import Block, Code, Table
from driftgate.extract.tables.operations.found import BASE, Found, lines_of, operation_at
from driftgate.extract.tables.sections import sides_of
from driftgate.extract.tables.wording import furtherwords
from driftgate.extract.tables.wording.role import Role
from driftgate.extract.tables.wording.wordtable import HEADERS
from driftgate.extract.typewords.table import folded

_METHOD = "|".join(METHODS)


def _labels(role: Role, *more: str) -> frozenset[str]:
    """The labels of one kind: those of the table of columns, and more."""
    columns = (word for table in (HEADERS, furtherwords.HEADERS) for word in table.get(role, ()))
    return frozenset(map(folded, (*columns, *more)))


_METHOD_WORD = re.compile(
    rf"^[`*\s【\[]{{0,4}}(?:HTTPS?[\s/:]{{1,3}})?({_METHOD})\b(?:[`*\s】\]]|$|请求|方式|\(|,|（|，|;|；|/)", re.IGNORECASE
)
#: a second method behind the first: "GET / POST", "GET or POST"
_OR = re.compile(
    rf"^[`*\s]{{0,4}}(?:{_METHOD})[`*]{{0,2}}(?:\s?[/|,、，或]\s?|\s(?:or|oder|или|ou|o|и|and)\s)[`*]{{0,2}}({_METHOD})\b",
    re.IGNORECASE,
)
_URL_WORD = re.compile(rf"^[`*\s<]{{0,4}}(?:{BASE}(?=/))?(https?://[^\s`\"'<>|，。]{{3,300}}|/[^\s`\"'|，。]{{1,300}})")
_ALONE = re.compile(r"/[\w{}<>:.~%-]{1,80}(?:/[\w{}<>:.~%-]{1,80}){0,20}/?$")
#: a path without its leading slash, and nothing else
_BARE_PATH = re.compile(r"^[`*\s]{0,4}((?:[\w{}.-]{1,60}/){1,12}[\w{}.-]{0,60})[`*\s]{0,4}$")
_URL_LABELS = _labels(
    Role.URL,
    "url", "http url", "http 地址", "request url", "endpoint", "endpoint url", "api endpoint", "http endpoint",
    "request address", "请求url",
    "请求地址", "接口地址", "调用地址", "访问地址", "请求api", "接口", "生产url", "联调url", "测试url", "正式url", "线上url",
    "地址", "网址", "網址",
    "生产地址", "正式地址", "线上地址", "生产环境", "正式环境", "production url", "live url", "adres", "adres url",
    "ścieżka",
    "uç nokta", "url adresi", "đường dẫn", "địa chỉ", "điểm cuối", "indirizzo", "url della richiesta", "url запиту", "ruta",
    "url de la petición", "url da requisição", "endereço", "rota", "chemin", "pfad", "alamat", "リクエスト先",
    "url de l'api",
 "路径", "路徑", "请求路径", "接口路径", "接口url", "请求 url", "接口", "api地址", "調用地址", "请求uri",
    "調用 url", "请求链接", "請求地址", "請求網址", "エンドポイント", "リクエストurl", "url地址", "엔드포인트",
    "요청 url", "адрес", "адрес запроса", "url запроса", "path", "resource", "uri", "request path", "route", "api url",
    "service url", "接口调用地址", "서비스 url", "서비스url", "요청 주소", "요청주소", "호출 url", "요청url",
    "호출 주소", "リクエスト url", "リクエストuri", "url de la requete", "url del servicio", "adresse", "endpunkt",
    "endpoint uri", "путь", "путь запроса", "маршрут", "url метода", "шлях", "percorso", "url endpoint", "yol", "パス",
    "リクエストパス", "경로", "요청 경로", "المسار", "cesta", "cale", "διαδρομή", "път", "putanja", "sökväg", "polku",
    "эндпоинт", "эндпойнт", "address", "request uri", "rest url", "接口 url", "请求 uri", "url 주소", "api request url",
    "full url",
)  # fmt: skip
_METHOD_LABELS = _labels(
    Role.METHOD,
    "method", "http method", "request method", "request type", "type", "verb", "http verb", "http request method",
    "api request type", "api method", "http 方法", "http 请求方式", "http请求方法", "http request type",
    "httpメソッド名", "http 메소드", "http method 방식", "요청 메서드", "요청 메소드", "요청방식", "호출 방식",
    "메소드", "http メソッド", "метод http", "http метод", "тип запроса", "http-verb", "verbo", "http verbo",
    "请求方式", "请求方法", "请求类型", "方法", "http方法", "http请求方式", "调用方式", "請求方式", "請求方法",
    "metoda", "metoda http", "yöntem", "metot", "http metodu", "istek tipi", "phương thức", "phương thức http",
    "metode http",
    "метод запиту", "http-метод запроса", "método http", "método", "méthode", "http 요청 방식", "http动词", "方式",
    "リクエスト方法", "通信方式", "verbo http",
    "メソッド", "httpメソッド", "リクエストメソッド", "메서드", "요청 방식", "http 메서드", "метод", "http-метод",
    "метод запроса", "methode", "methode http", "metodo", "metodo http", "http-methode", "提交方式",
)  # fmt: skip
#: beside one of the labels, words that make it no other: "Relative URL", "API endpoint path"
_BESIDE_LABEL = frozenset((
    "request", "requests", "api", "http", "https", "rest", "relative", "full", "complete", "absolute", "service", "resource",
    "target", "the", "of", "de", "la", "del", "call", "used", "production", "live", "prod", "sandbox", "test", "web", "endpoint",
    "url", "path", "method", "environment",
))  # fmt: skip
#: infos of code that is no program: its lines may be labelled as a page's are
_PLAIN = ("", "text", "plaintext", "txt", "http", "plain")
_MOST_LABELLED = 12
#: infos of files that are such lines themselves
_CONFIGURED = ("yaml", "yml", "toml", "ini", "properties")
#: the first line of what is no program, though its fence says so: a label and a method or an address
_FENCED_AS = re.compile(rf"\s{{0,12}}[^\W\d_][^:：\n\"'{{}}]{{0,39}}[:：]\s{{0,4}}(?:(?:{_METHOD})\b|https?://|/)")
_EDGES = " *`-•°·●▪◦"
#: a label and its value that only the style sheet sets apart; the word for the request with its method behind an arrow or in
#: brackets
_BESIDE = re.compile(rf"^([^\W\d_][^:：\n/]{{0,39}}?)\s=?\s{{0,2}}(https?://\S{{3,300}}|(?i:{_METHOD}))$")
_ARROW = re.compile(rf"^([^\W\d_][^\n]{{0,39}}?)\s?(?:→|⇒|->|=>|»|[(（\[])\s?({_METHOD})[)）\]]?$")
#: the part of a label that explains it: "Request type (HTTP method)"
_REMARK = re.compile(r"\s?[(（][^()（）]{0,40}[)）]|^\d{1,2}(?:\.\d{1,2}){0,3}[.、)]?\s{1,3}|^[一二三四五六七八九十]{1,3}、\s?")
#: the only entry of a list
_COUNTED = re.compile(r"^1[.)]\s{1,3}(?=/)")
#: how many blocks may lie between an address and its method
_NEAR = 8
_MOST_ROWS = 30
_LONGEST_LABEL = 200
_MOST_WORDS = 4
_LONGEST_UNSPACED = 14
_LABELLED = re.compile(r"^([^:：\n]{1,40})[:：](?!//)(.*)$")


def labelled_method(text: str) -> str:
    """The method behind a label for it, "" where the line has none.

    >>> labelled_method("HTTP method: POST")
    'POST'
    """
    label, colon, rest = _label(text[:_LONGEST_LABEL])
    is_label = colon and _is_label(_bare(label).strip(_EDGES), _METHOD_LABELS)
    method = _METHOD_WORD.match(f"{rest.strip()} ") if is_label else None
    return method[1].upper() if method else ""


@lru_cache(maxsize=1024)
def _is_label(word: str, labels: frozenset[str]) -> bool:
    """Whether a folded label is one of a kind, or such a one beside words that make it no other."""
    if word in labels or (not word.isascii() and len(word) <= _LONGEST_UNSPACED and _ends_in(word, labels)):
        return True
    words = set(word.split())
    return 1 < len(words) <= _MOST_WORDS and not labels.isdisjoint(words) and words <= labels | _BESIDE_LABEL


def _ends_in(word: str, labels: frozenset[str]) -> bool:
    """Whether a label of a script without spaces is one with words before it: "短信平台接口地址"."""
    return " " not in word and any(word[at:] in labels for at in range(1, len(word) - 3) if not word[at].isascii())


def is_address_label(text: str) -> bool:
    """Whether the words say that an address follows.

    >>> is_address_label("Request URL (HTTPS)")
    True
    """
    return len(text) <= _LONGEST_LABEL and _is_label(_bare(text).strip(" *`-•:："), _URL_LABELS)


class Pair:
    """An address and a method that stand near each other, each behind its label."""

    def __init__(self) -> None:
        self.method = ""
        self.other = ""
        self.target = ""
        self.started = -1
        self.expects = ""
        self.expected_at = -9

    def with_block(self, at: int, block: Block) -> list[Found]:
        """The operation, once both are known, or one for each of two methods."""
        if self.started >= 0 and at - self.started > _NEAR:
            self.__init__()  # type: ignore[misc]
        if isinstance(block, Table):
            return self._table(at, block)
        labelled = isinstance(block, Code) and _may_be_labelled(block)
        for text in block.text.split("\n") if isinstance(block, Code) and labelled else lines_of(block):
            self._text(at, text)
        if isinstance(block, Code) and self.method and not self.target and 0 <= at - self.started <= 1:
            self.expects, self.expected_at = "url", at
        ends = block.text.rstrip().endswith((":", "：")) if isinstance(block, Code) else True
        if self.expects and not ends and at - self.expected_at <= 1 and isinstance(block, Code):
            self._value(at, block.text.strip().split("\n")[0])
        return self._found(at, block)

    def _found(self, at: int, block: Block) -> list[Found]:
        if not (self.method and self.target):
            return []
        start = min(at, self.started) if self.started >= 0 else at
        read = ((method, operation_at(method, self.target)) for method in (self.method, self.other) if method)
        return [
            Found(start, stated[0], stated[1], block.line, block.element, f"{method} {self.target}"[:200])
            for method, stated in read
            if stated
        ]

    def _text(self, at: int, text: str) -> None:
        if len(text) > 400 or not text.strip():
            return
        if (arrow := _ARROW.match(text)) and "request" in sides_of(arrow[1]):
            self.expects, self.expected_at = "method", at
            self._value(at, arrow[2])
            return
        label, colon, rest = _label(text)
        word = _bare(label).strip(_EDGES)
        if (is_url := _is_label(word, _URL_LABELS)) or _is_label(word, _METHOD_LABELS):
            self.expects = "url" if is_url else "method"
            self.expected_at = at
            if colon and rest.strip():
                self._value(at, rest)
        elif self.expects and at - self.expected_at <= 1:
            self._value(at, _COUNTED.sub("", text))
        elif text.strip() in METHODS and not self.method:  # a badge
            self.method, self.started = text.strip(), at if self.started < 0 else self.started

    def _value(self, at: int, text: str) -> None:
        expects, self.expects = self.expects, ""
        if expects == "method" and (method := _METHOD_WORD.match(text)):
            self.method, self.other = method[1], further[1] if (further := _OR.match(text)) else ""
        elif expects == "url" and (url := _URL_WORD.match(text) or _BARE_PATH.match(text)):
            self.target = url[1] if "://" in url[1] else f"/{url[1].lstrip('/')}"
        else:
            return
        self.started = at if self.started < 0 else self.started

    def _table(self, at: int, table: Table) -> list[Found]:
        """A table whose rows are pairs of label and value, or whose header has the labels; address and method among them."""
        rows = [*([table.header] if table.header else []), *table.rows[:_MOST_ROWS]]
        pairs = [(row[0].text, row[1].text) for row in rows if len(row) > 1]
        if all(len(row) == 2 for row in rows):
            self._by_form([value for _, value in pairs])
        heads = table.heads
        if rows[1:] and (len(rows) == 2 or not any(_is_label(_word(head), _METHOD_LABELS) for head in heads)):
            pairs += zip(heads, (cell.text for cell in rows[1]), strict=False)  # several rows with methods are an index
        for label, text in pairs:
            word, value = _word(label[:_LONGEST_LABEL]), text.strip()
            if _is_label(word, _METHOD_LABELS) and (method := _METHOD_WORD.match(value + " ")):
                self.method = method[1]
            elif _is_label(word, _URL_LABELS) and (url := _URL_WORD.match(value)):
                self.target = url[1]
        self.started = at if self.started < 0 and (self.method or self.target) else self.started
        return self._found(at, table)

    def _by_form(self, values: Sequence[str]) -> None:
        """Takes the only method and the only path among the values of a table of labels, whatever the labels are."""
        methods = [value.strip() for value in values if value.strip() in METHODS]
        paths = [value.strip(" `") for value in values if _ALONE.match(value.strip(" `"))]
        if len(methods) == len(paths) == 1:
            self.method, self.target = methods[0], paths[0]


def _may_be_labelled(code: Code) -> bool:
    """Whether a sample may be lines with labels: one of no program, whatever its fence says of it."""
    plain = code.info in _PLAIN or (code.info not in _CONFIGURED and _FENCED_AS.match(code.text) is not None)
    return plain and code.text.count("\n") < _MOST_LABELLED


def _word(label: str) -> str:
    return _bare(label).strip(" *:：")


@lru_cache(maxsize=1024)
def _bare(label: str) -> str:
    """A label folded, without what explains or numbers it. Pages use few labels and use them often."""
    word = folded(label)
    return _REMARK.sub("", word) if "(" in word or "（" in word or "、" in word or word[:1].isdigit() else word


def _label(text: str) -> tuple[str, str, str]:
    """The words before the first colon that is no part of an address."""
    match = _LABELLED.match(text) or _BESIDE.match(text)
    return (match[1], ":", match[2]) if match else (text if len(text) <= 40 else "", "", "")
