"""The same sentences in other languages than English."""

from __future__ import annotations

import re

from driftgate.extract.prose.rule import LIST, NUMBER, VALUE, ProseRule, between, default, one_of, span
from driftgate.extract.prose.values import number

_I = re.IGNORECASE

FURTHER: tuple[ProseRule, ...] = (
    ProseRule(
        ("默认", "缺省", "預設", "デフォルト", "既定値", "기본값"),
        re.compile(rf"(?:默认值?|缺省值?|預設值?|デフォルト値?|既定値|기본값)(?:为|為|是|は|[:： ]){{0,2}}\s{{0,2}}(?:{VALUE})"),
        default,
    ),
    ProseRule(
        (
            "по умолчанию",
            "за замовчуванням",
            "standardmässig",
            "standardwert",
            "par défaut",
            "por defecto",
            "predeterminado",
            "padrão",
            "predefinito",
            "domyślnie",
            "varsayılan",
            "mặc định",
        ),
        re.compile(
            r"(?:по умолчанию|за замовчуванням|standardmäßig|standardwert(?: ist)?|par défaut|por defecto|por padrão"
            r"|valor (?:predeterminado(?: es)?|padrão(?: é)?)|predeterminado|(?:valore )?predefinito|domyślnie"
            rf"|varsayılan(?: değer)?|mặc định(?: là)?)[ :=—-]{{0,3}}(?:{VALUE})",
            _I,
        ),
        default,
    ),
    ProseRule(
        ("entre ", "zwischen ", "tra ", "между ", "від ", "от "),
        re.compile(
            rf"\b(?:(?:entre|zwischen|tra|между) {NUMBER} (?:y|e|et|und|и)|(?:от|від) {NUMBER} до) {NUMBER}"
            r"(?![\w%])(?! ?(?:car|zei|симв|знак|elem|элем|byte|octet|item))",
            _I,
        ),
        lambda m: span(m[1] or m[2], m[3]),
    ),
    ProseRule(
        ("范围", "範圍", "範囲", "值域"),
        re.compile(
            rf"(?:取值范围|范围|範圍|範囲|值域)(?:为|是|は|[:： ]){{0,2}}\s{{0,2}}[\[(（]?"
            rf"{NUMBER}\s{{0,2}}(?:-|–|~|～|到|至|,|，)\s{{0,2}}{NUMBER}"
        ),
        between,
    ),
    ProseRule(
        ("最长", "最大长度", "长度不超过", "最大長度"),
        re.compile(rf"(?:最长|最大长度|长度不超过|最大長度)(?:为|是|[:： ]){{0,2}}{NUMBER}(?:位|个字符|字符|字元)?"),
        lambda m: {"max_length": int(number(m[1]))},
    ),
    ProseRule(("最大",), re.compile(rf"最大{NUMBER}文字"), lambda m: {"max_length": int(number(m[1]))}),
    ProseRule(
        (
            "可选值",
            "取值",
            "枚举",
            "有效值",
            "可用值",
            "可選值",
            "允许值",
            "允許值",
            "指定可能な値",
            "取りうる値",
            "有効な値",
            "許容値",
            "가능한 값",
            "허용 값",
            "허용값",
            "허용되는 값",
        ),
        re.compile(
            r"(?:可选值|取值|枚举值?|有效值|可用值|可選值|允许值|允許值|指定可能な値|取りうる値|有効な値|許容値|가능한 값"
            r"|허용되는 값|허용 ?값)"
            rf"(?:为|有|是|は|은|包括|[:： ]){{0,3}}\s{{0,2}}[\[(（{{]?{LIST}"
        ),
        one_of,
    ),
    ProseRule(
        ("valores", "valeurs", "werte", "valori", "значени", "значення", "wartości", "değerler", "giá trị", "nilai"),
        re.compile(
            r"\b(?:valores (?:posibles|possíveis|permitidos|admitidos|aceptados|aceitos|válidos)|(?:posibles|possíveis) valores"
            r"|valeurs (?:possibles|autorisées|acceptées|admises|permises)|(?:mögliche|zulässige|erlaubte|gültige) werte"
            r"|valori (?:possibili|ammessi|consentiti|accettati)|(?:возможные|допустимые) значения|одно из значений"
            r"|(?:можливі|допустимі) значення|(?:możliwe|dozwolone) wartości|(?:olası|geçerli) değerler"
            rf"|giá trị (?:hợp lệ|cho phép|có thể)|nilai yang (?:valid|mungkin|diizinkan))\s?[:：]?\s{{0,2}}[\[(]?{LIST}",
            _I,
        ),
        one_of,
    ),
    ProseRule(
        ("其一", "中的一个", "のいずれか", "のどれか"),
        re.compile(rf"{LIST}\s{{0,2}}(?:其一|中的一个|のいずれか|のどれか)"),
        one_of,
    ),
    ProseRule(
        (
            "已弃用",
            "已废弃",
            "已棄用",
            "已廢棄",
            "非推奨",
            "廃止予定",
            "사용되지 않음",
            "지원 중단",
            "устарел",
            "veraltet",
            "obsolète",
            "obsoleto",
        ),
        re.compile(
            r"(?:已弃用|已废弃|已棄用|已廢棄|非推奨|廃止予定|사용되지 않음|지원 중단|устарел|veraltet|obsolète|obsoleto)", _I
        ),
        lambda _: {"deprecated": True},
    ),
)
