"""What cells answer, in the languages documentation is written in: yes and no, and the place that something is sent in."""

from __future__ import annotations

#: whole words, or a word that opens a cell
YES = (
    "yes", "y", "true", "required", "mandatory", "always", "must", "✓", "✔", "✅", "☑", "●", "○", "◯", "◎", "m", "1",
    "x", "required*", "是", "必填", "必选", "必须", "必需", "必须有", "必傳", "必传", "必須", "必選", "需要", "はい",
    "いつも", "有", "必要", "예", "필수", "네", "o", "да", "обязательный", "обязательное", "обязательно",
    "обязателен", "обязательна", "ja", "erforderlich", "pflicht", "immer", "oui", "obligatoire", "requis", "toujours",
    "sí", "si", "obligatorio", "requerido", "siempre", "sim", "obrigatório", "sempre", "sì", "obbligatorio",
    "verplicht", "tak", "wymagane", "evet", "zorunlu", "có", "bắt buộc", "ya", "wajib", "常に", "常に出現",
    "obligatoria", "obrigatória", "requerida", "r", "必输", "必有", "必ず", "必須項目", "必填项", "обязательные",
    "обов'язково", "так", "always present", "obbligatoria", "verplichte", "obowiązkowe", "obowiązkowy", "wymagany",
    "wymagana", "zwingend", "notwendig", "muss",
)  # fmt: skip
NO = (
    "no", "n", "false", "optional", "✗", "✘", "❌", "✕", "×", "0", "否", "选填", "可选", "非必填", "非必选", "非必须",
    "不必", "可選", "選填", "不是", "非必需", "非必传", "いいえ", "任意", "無", "場合による", "条件", "不要",
    "아니오", "아니요", "선택", "нет", "необязательный", "необязательное", "необязательно", "опционально", "nein",
    "non", "facultatif", "optionnel", "opcional", "não", "nao", "facoltativo", "opzionale", "nee", "optioneel", "nie",
    "opcjonalne", "hayır", "isteğe bağlı", "không", "tidak", "opsional", "sometimes", "not required", "conditional",
    "条件必填", "条件必須", "○※", "c", "△", "조건부", "条件必选", "△※", "o/c", "conditionally", "condition",
    "depends", "no*", "manchmal", "parfois", "condicional", "conditionnel", "bedingt", "условно", "옵션", "－",
    "条件付き", "省略可", "省略可能", "facultativo", "не обязательно", "не обязательный", "opsiyonel", "tùy chọn",
    "không bắt buộc", "opcjonalny", "opcjonalna", "opcjonalnie", "hayir", "不必填", "可不填", "非必输", "可空",
    "可为空", "選擇性", "可省略", "选传", "no requerido", "no obligatorio", "não obrigatório", "non obligatoire",
    "non requis", "nicht erforderlich", "не требуется", "ні", "необов'язково", "facultative", "kann", "possibly",
    "opcionais", "opcionales", "facoltativi", "optionale",
    "необязательные", "facultatifs",
)  # fmt: skip

#: words of a place column -> the place
PLACES: dict[str, tuple[str, ...]] = {
    "path": (
        "path", "url", "uri", "url path", "path parameter", "路径", "路徑", "路径参数", "パス", "경로", "путь", "pfad",
        "chemin", "ruta", "caminho", "rest", "template",
    ),
    "query": (
        "query", "querystring", "query string", "url query", "query parameter", "url parameter", "params", "get",
        "请求参数", "查询", "查询参数", "查詢", "クエリ", "クエリパラメータ", "쿼리", "쿼리 스트링", "запрос",
        "requête", "consulta",
    ),
    "header": (
        "header", "headers", "http header", "request header", "请求头", "头部", "請求頭", "ヘッダー", "ヘッダ", "헤더",
        "заголовок", "kopfzeile", "en-tête", "encabezado", "cabecera", "cabeçalho",
    ),
    "cookie": (
        "cookie", "cookies",
    ),
    "body": (
        "body", "json", "request body", "form", "formdata", "form-data", "form data", "payload", "post",
        "body parameter", "请求体", "主体", "請求體", "ボディ", "リクエストボディ", "본문", "바디", "тело", "corps",
        "cuerpo", "corpo", "multipart", "x-www-form-urlencoded", "raw",
    ),
}  # fmt: skip
