"""The words of headings, by what they announce, in the languages docs are written in."""

from __future__ import annotations

#: words that stand alone (scripts with spaces)
SECTION_WORDS: dict[str, tuple[str, ...]] = {
    "request": (
        "request", "requests", "input", "inputs", "anfrage", "requete", "solicitud", "peticion", "requisicao",
        "solicitacao", "richiesta", "запрос", "запроса", "zapytanie", "istek", "verzoek", "pedido", "yeu", "cau",
        "permintaan",
        "żądania", "żądanie", "isteği", "isteğin", "richieste", "anfragen", "entrée", "entrées", "entrada", "entradas",
        "входные", "входных", "вхідні", "запит", "запиту", "запросы", "eingabe", "eingaben", "vào", "envio", "aanvraag", "giriş",
    ),
    "response": (
        "response", "responses", "return", "returns", "returned", "result", "results", "output", "outputs", "reply",
        "antwort", "antworten", "reponse", "reponses", "respuesta", "respuestas", "resposta", "respostas", "risposta",
        "risposte", "ответ", "ответа", "ответы", "odpowiedz", "yanit", "antwoord", "ruckgabe", "retour", "retorno",
        "respons", "ответом", "ответе",
        "odpowiedzi", "yanıt", "yanıtı", "yanıtlar", "yanıtın", "cevap", "cevabı", "phản", "kết", "trả", "sortie",
        "sorties", "salida", "saída", "retornos", "retornados", "ответов", "результат", "результаты",
        "возвращаемые", "выходные", "выходных", "вихідні", "відповідь", "відповіді", "ausgabe", "rückgabewert", "rückgabewerte",
        "resultat", "resultado", "resultados", "risultato", "risultati", "résultats", "uscita", "resultaat", "respon",
        "tanggapan", "çıktı",
    ),
    "body": (
        "body", "payload", "bodyparams", "form", "formdata", "korper", "rumpf", "corps", "cuerpo", "corpo", "тело",
        "тела", "govde", "json-body",
        "gövdesi", "treść", "ciało", "thân", "тіло", "тіла", "isi", "lichaam",
    ),
    "query": (
        "query", "querystring", "abfrage", "consulta", "query-string", "sorgu",
        "truy", "abfrageparameter",
    ),
    "path": (
        "path", "pfad", "chemin", "ruta", "rota", "caminho", "percorso", "пути", "путь", "sciezki",
        "ścieżka", "đường", "шляху", "pad", "rutas",
    ),
    "url": ("url", "uri"),  # of the path or the query: its variables tell
    "header": (
        "header", "headers", "kopfzeile", "kopfzeilen", "en-tete", "en-tetes", "entetes", "cabecera", "cabeceras",
        "encabezado", "encabezados", "cabecalho", "cabecalhos", "intestazione", "intestazioni", "заголовок",
        "заголовки", "заголовков", "naglowki",
        "nagłówka", "nagłówek", "başlık", "başlıklar", "başlıkları", "đề", "заголовка", "kop",
    ),
    "cookie": (
        "cookie", "cookies",
    ),
    "param": (
        "parameter", "parameters", "params", "param", "arguments", "argument", "args", "options", "parametre",
        "parametres", "parametro", "parametros", "parametri", "параметр", "параметры", "параметров", "parametry",
        "parametreler",
        "parametrów", "parametreleri", "parametresi", "tham", "параметра", "параметрах", "параметри", "параметрів",
        "argumente", "argumentos", "argomenti", "argumenty", "аргументы", "аргумент", "argümanlar",
        "filters", "filtros", "filtres", "filtri", "filtry", "фильтры", "фільтри", "filtreler",
    ),
    "field": (
        "field", "fields", "attribute", "attributes", "property", "properties", "felder", "attribut", "eigenschaften",
        "champs", "campos", "campi", "поля", "поле", "свойства", "атрибуты", "propiedades", "atributos",
        "propriedades", "proprietes", "members", "items", "keys",
        "pola", "pole", "alanlar", "alanları", "trường", "полей", "attributi", "proprietà", "атрибут", "velden",
        "özellikler",
    ),
    "model": (
        "models", "schemas", "components", "objects", "definitions", "types", "structures", "modelle", "modelos", "schemes",
        "структуры", "modelli", "modeller",
    ),
    "example": (
        "example", "examples", "sample", "samples", "snippet", "snippets", "demo", "beispiel", "beispiele", "exemple",
        "exemples", "ejemplo", "ejemplos", "exemplo", "exemplos", "esempio", "пример", "примеры", "przyklad", "ornek",
        "voorbeeld", "usage", "sdk", "quickstart", "tutorial",
        "przykłady", "przykładowe", "przykładowa", "przykładowy", "örneği", "örnekler", "ví", "contoh", "приклад",
        "приклади", "примера", "esempi", "beispielantwort", "beispielanfrage", "voorbeelden", "curl", "образец",
    ),
    "aside": (
        "error", "errors", "codes", "rate", "limits", "limiting", "permission", "permissions", "pricing",
        "price", "prices", "plans", "changelog", "enumerated", "enum", "enums", "values", "roles", "faq", "scopes",
        "weight", "weights", "quota", "quotas", "changes", "история", "ошибки", "ошибок", "fehler", "fehlercodes",
        "erreur", "erreurs", "errores", "erros", "errori", "availability", "matrix", "comparison", "flags",
        "pagination", "history", "notes", "flag", "reasons", "compatibility", "supported", "migration",
        "błędy", "błędów", "błąd", "hata", "hatalar", "hataları", "kodları", "lỗi", "kesalahan", "помилки", "помилок",
        "ошибка", "коды", "códigos", "codici", "kody", "fouten", "foutcodes", "fehlermeldungen", "fehlermeldung",
        "statuscodes", "statuscode", "limites", "ограничения", "лимиты", "permisos", "permissões", "uprawnienia",
        "exceptions", "troubleshooting", "glossary", "throttling", "статусы",
    ),
    "address": (
        "url", "uri",
    ),
    "neutral": (
        "http", "https", "api", "json", "the", "a", "an", "of", "and", "for", "in", "data", "schema", "structure",
        "format", "details", "detail", "description", "descriptions", "definition", "info", "information", "object",
        "rest", "list", "table", "de", "la", "le", "des", "du", "der", "die", "das", "del", "della",
        "do", "da", "required", "optional", "content", "message", "code", "status", "ok", "success", "successful",
        "value", "values", "common", "client", "server", "type", "specification", "spec", "reference", "endpoint",
        "string", "model", "this", "method", "call", "raw", "standard", "additional", "available", "supported", "main",
        "key", "your", "with", "formato", "описание", "структура", "beschreibung", "post", "get", "put", "patch",
        "delete", "erfolgreiche", "los", "las", "el", "dados", "datos",
        "của", "các", "danh", "sách", "hồi", "quả", "về", "đầu", "liệu", "số", "dẫn", "vấn", "daftar", "dane", "danych",
        "metody", "метода", "метод", "данных", "данные", "успешный", "успешного", "successo", "exitosa", "sucesso",
        "réussie", "poprawna", "başarılı", "thành", "công", "erfolgreich", "datenstruktur", "в", "на", "для", "formatı",
        "biçimi", "formats", "формат", "ожидаемые", "expected",
    ),
}  # fmt: skip

#: pieces of words, for scripts without spaces and for compounds
SECTION_STEMS: tuple[tuple[str, str], ...] = (
    ("示例", "example"), ("样例", "example"), ("範例", "example"), ("例子", "example"), ("サンプル", "example"),
    ("예시", "example"), ("예제", "example"), ("리턴 예", "example"), ("错误", "aside"), ("錯誤", "aside"),
    ("异常", "aside"), ("エラー", "aside"), ("오류", "aside"), ("에러", "aside"), ("限速", "aside"), ("权限", "aside"),
    ("権限", "aside"), ("状态码", "aside"), ("狀態碼", "aside"), ("ステータスコード", "aside"), ("更新日志", "aside"),
    ("枚举", "aside"),
    ("环境变量", "aside"), ("環境變數", "aside"), ("環境変数", "aside"), ("환경", "aside"),
    ("상태 코드", "aside"), ("备注", "aside"), ("请求头", "header"), ("請求頭", "header"),
    ("头部", "header"), ("标头", "header"), ("標頭", "header"), ("ヘッダ", "header"), ("헤더", "header"),
    ("请求体", "body"), ("請求體", "body"), ("消息体", "body"), ("主体", "body"), ("ボディ", "body"), ("本文", "body"),
    ("바디", "body"), ("본문", "body"), ("查询", "query"), ("查詢", "query"), ("クエリ", "query"), ("쿼리", "query"),
    ("路径", "path"), ("路徑", "path"), ("パス", "path"), ("경로", "path"), ("响应", "response"), ("響應", "response"),
    ("返回", "response"), ("返还", "response"), ("回應", "response"), ("回应", "response"), ("回傳", "response"),
    ("出参", "response"), ("输出", "response"), ("結果", "response"), ("结果", "response"), ("レスポンス", "response"),
    ("応答", "response"), ("戻り値", "response"), ("出力", "response"), ("응답", "response"), ("반환", "response"),
    ("출력", "response"), ("请求", "request"), ("請求", "request"), ("入参", "request"), ("输入", "request"),
    ("リクエスト", "request"), ("要求", "request"), ("入力", "request"), ("요청", "request"), ("입력", "request"),
    ("参数", "param"), ("參數", "param"), ("パラメータ", "param"), ("パラメーター", "param"), ("파라미터", "param"),
    ("매개변수", "param"), ("引数", "param"), ("变量", "param"), ("字段", "field"), ("欄位", "field"),
    ("属性", "field"), ("フィールド", "field"), ("プロパティ", "field"), ("필드", "field"), ("項目", "field"),
    ("항목", "field"), ("anfrage", "request"), ("antwort", "response"), ("abfrage", "query"), ("pfad", "path"),
    ("kopfzeile", "header"), ("parameter", "param"), ("felder", "field"), ("说明", "neutral"), ("說明", "neutral"),
    ("説明", "neutral"), ("描述", "neutral"), ("数据", "neutral"), ("业务", "neutral"), ("接口", "neutral"),
    ("公共", "neutral"), ("格式", "neutral"), ("列表", "neutral"), ("설명", "neutral"), ("データ", "neutral"),
    ("一覧", "neutral"), ("形式", "neutral"), ("定义", "neutral"), ("成功", "neutral"), ("消息", "neutral"),
    ("内容", "neutral"), ("명세", "neutral"), ("데이터", "neutral"), ("목록", "neutral"), ("정보", "neutral"),
    ("변수", "param"), ("如下", "neutral"), ("中", "neutral"), ("放置", "neutral"), ("详情", "neutral"), ("传入", "neutral"),
)  # fmt: skip
