"""The words of documentation tables in the languages they are written in: one visible table each."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a column of a table says about its row."""

    NAME = "name"
    TYPE = "type"
    REQUIRED = "required"
    OPTIONAL = "optional"
    DESCRIPTION = "description"
    DEFAULT = "default"
    PLACE = "place"
    ENUM = "enum"
    FORMAT = "format"
    LIMITS = "limits"
    NULLABLE = "nullable"
    DEPRECATED = "deprecated"
    NOTES = "notes"
    HEADER_NAME = "header name"
    STATUS = "status"
    VALUE = "value"
    METHOD = "method"
    URL = "url"
    CODE = "code"
    MEANING = "meaning"
    SCHEMA = "schema"
    ASIDE = "aside"  # says something that is no contract: example, unit, version


#: column role -> the header words for it
HEADERS: dict[Role, tuple[str, ...]] = {
    Role.NAME: (
        "name", "field", "fields", "field name", "parameter", "parameters", "parameter name", "param", "params",
        "param name", "attribute", "attributes", "attribute name", "property", "properties", "property name", "key",
        "keys", "argument", "arguments", "arg", "path", "element", "part", "member", "body parameter",
        "query parameter", "path parameter", "request parameter", "request field", "response field", "request body",
        "json field", "variable", "option", "column", "field/parameter", "query param", "body param", "path param",
        "input", "data field", "json key", "body field", "参数名", "参数名称", "参数", "字段", "字段名", "字段名称",
        "名称", "属性", "属性名", "变量名", "键", "参数代码", "请求参数", "返回参数", "响应参数", "返回字段", "返回值字段",
        "响应字段", "参数字段", "变量", "參數", "參數名", "參數名稱", "欄位", "欄位名稱", "名稱", "屬性", "パラメータ",
        "パラメーター", "パラメータ名", "パラメーター名", "フィールド", "フィールド名", "項目", "項目名", "キー",
        "プロパティ", "プロパティ名", "名前", "引数", "要素", "物理名", "변수명", "파라미터", "파라미터명", "매개변수",
        "필드", "필드명", "이름", "속성", "항목", "항목명", "키", "항목명(영문)", "영문명", "필드 이름",
        "파라미터 이름", "변수", "인자", "파라메터", "매개 변수", "요소", "параметр", "параметры", "имя", "название",
        "поле", "имя поля", "имя параметра", "название параметра", "название поля", "наименование", "свойство",
        "атрибут", "ключ", "аргумент", "feld", "feldname", "parametername", "attribut", "eigenschaft", "bezeichnung",
        "schlüssel", "feldbezeichnung", "argumentname", "champ", "paramètre", "paramètres", "nom", "nom du champ",
        "nom du paramètre", "propriété", "clé", "campo", "campos", "parámetro", "parámetros", "nombre",
        "nombre del campo", "nombre del parámetro", "atributo", "propiedad", "clave", "parâmetro", "parâmetros",
        "nome", "nome do campo", "nome do parâmetro", "propriedade", "chave", "parametro", "proprietà", "nome campo",
        "элемент", "элементы", "elemento", "elementos", "élément", "elemento/attributo",
        "veld", "naam", "pole", "nazwa", "alan", "parametre", "tên", "tham số", "trường", "nama",
        "thuộc tính", "tên tham số", "tên trường", "nazwa pola", "nazwa parametru", "parametr", "parametry",
        "atrybut", "alan adı", "parametre adı", "parametreler", "özellik", "anahtar", "nama parameter", "nama field",
        "atribut", "parameternaam", "eigenschap", "sleutel", "назва", "ім'я", "поля", "атрибуты", "ключи",
        "имя атрибута", "имя свойства", "attributo", "nome parametro", "nome del campo", "nome del parametro",
        "chiave", "attributname", "feld-name", "name des feldes", "変数名", "キー名", "引数名", "속성명", "요청변수",
        "요청 변수", "응답 필드", "응답필드", "요청 필드", "파라미터 명", "필드 명", "英文名", "参数英文名", "节点",
        "元素", "数据项", "参数项", "字段编码", "参数key", "nom de l'attribut", "attributs", "champs",
        "nombre de campo", "nombre de parámetro", "nome da propriedade", "nome do atributo", "propriedades",
        "body params", "path params", "query params", "request parameters", "response parameters", "request params",
        "response params", "header params", "path parameters", "query parameters", "body parameters", "json property",
        "property/field", "field path", "json path", "parameter/field",
    ),
    Role.TYPE: (
        "type", "data type", "datatype", "format/type", "value type", "field type", "type/format", "param type",
        "variable type", "parameter type", "json type", "schema type", "kind", "types", "类型", "参数类型", "字段类型",
        "数据类型", "类型及范围", "值类型", "变量类型", "格式类型", "類型", "型別", "資料型別", "資料類型", "參數類型", "型",
        "データ型", "タイプ", "データタイプ", "種別", "타입", "유형", "자료형", "데이터 타입", "데이터타입",
        "데이터 유형", "형식", "자료 형", "тип", "тип данных", "тип значения", "typ", "datentyp", "type de données",
        "tipo", "tipo de dato", "tipo de datos", "tipo de dado", "tipo de dados", "tipo dato", "gegevenstype",
        "typ danych", "tür", "tip", "veri tipi", "kiểu", "kiểu dữ liệu", "tipe", "tipe data",
        "loại", "veri türü", "tip danych", "тип поля", "тип параметра", "тип даних", "데이터 형식", "데이터형",
        "자료형태", "형태", "字段类别", "数据格式", "参数格式", "资料型态", "型態", "資料型態", "参数的类型",
        "type de donnée", "tipo de campo", "tipo do campo", "tipo de parámetro", "tipo do parâmetro", "feldtyp",
        "parametertyp", "soort", "json data type", "type of data", "type(length)", "类型(长度)", "类型及长度",
        "类型/长度",
    ),
    Role.REQUIRED: (
        "required", "required?", "mandatory", "is required", "require", "req", "req.", "required/optional",
        "optional/required", "mandatory/optional", "presence", "occurs", "occurrence", "occurrences", "cardinality",
        "multiplicity", "occ.", "requirement", "necessity", "must", "compulsory", "m/o", "is mandatory", "needed",
        "obligatory", "是否必填", "必填", "必选", "是否必选", "是否必须", "必须", "必需", "是否必需", "必要",
        "是否必传", "必传", "是否必要", "必填项", "必传项", "是否必須", "必須", "是否必填?", "必選", "是否必選",
        "是否需要", "要求", "必填/选填", "必須項目", "必須/任意", "必須区分", "必要性", "出現", "要否", "필수",
        "필수여부", "필수 여부", "필수값", "필수/선택", "필수항목", "항목구분", "필수구분", "필수 구분", "옵션",
        "обязательность", "обязательный", "обязательное", "обязателен", "обязательно", "обяз.", "обязательный?",
        "required (да/нет)", "erforderlich", "pflicht", "pflichtfeld", "notwendig", "benötigt", "obligatorisch",
        "muss", "verpflichtend", "requis", "obligatoire", "obligatoire ?", "requerido", "obligatorio", "requerida",
        "obligatoria", "¿requerido?", "es requerido", "obrigatório", "obrigatória", "obrigatoriedade", "obbligatorio",
        "richiesto", "verplicht", "wymagane", "wymagany", "zorunlu", "gerekli", "bắt buộc", "wajib", "diperlukan",
        "zorunlu mu", "zorunluluk", "gerekli mi", "zorunlu?", "wymagalność", "obowiązkowy", "obowiązkowe", "wymagana",
        "wymagane?", "обов'язковий", "обов'язково", "обов'язковість", "обязательный параметр", "обязательное поле",
        "обязательна", "обязательность заполнения", "признак обязательности", "необходимость", "obbligatoria", "richiesta",
        "obligatoire/facultatif", "requise", "obligatoire?", "erforderlich?", "pflichtangabe", "pflichtparameter",
        "pflicht?", "¿obligatorio?", "¿es obligatorio?", "obligatoriedad", "es obligatorio", "é obrigatório",
        "é obrigatório?", "obrigatório?", "obrigatório/opcional", "requerido?", "必須か", "必須フラグ", "必須有無",
        "必須条件", "指定", "필수 유무", "필수유무", "필수(y/n)", "필수 (y/n)", "필수?", "非空", "是否必输", "必输",
        "必填性", "必选/可选", "是否为必填", "必须/可选", "必填與否", "bắt buộc?", "yêu cầu", "wajib?", "mandatory?",
        "mandatory/optional/conditional", "m/o/c", "o/m", "required (y/n)", "required (yes/no)", "optionality",
        "obligation",
    ),
    Role.OPTIONAL: (
        "optional", "optional?", "是否可选", "可选", "可選", "任意", "선택", "необязательный", "facultatif",
        "opcional",
        "opsiyonel", "opcjonalne", "opcjonalny", "facoltativo", "optioneel", "tùy chọn", "opsional", "необов'язковий",
        "optionnel",
    ),
    Role.DESCRIPTION: (
        "description", "desc", "desc.", "descriptions", "comment", "comments", "details", "explanation",
        "meaning/description", "definition", "parameter description", "param description", "field description",
        "about", "info", "information", "summary", "remark", "remarks", "note", "usage", "what it does", "purpose",
        "描述", "说明", "参数说明", "参数描述", "字段说明", "字段描述", "含义", "备注", "注释", "解释", "参数含义",
        "说明/备注", "中文名", "中文说明", "描述说明", "補充說明", "說明", "描述說明", "備註", "參數說明", "欄位說明",
        "含義", "説明", "内容", "概要", "備考", "論理名", "解説", "설명", "비고", "내용", "의미", "상세", "상세설명",
        "항목설명", "항목 설명", "한글명", "국문명", "описание", "комментарий", "примечание", "пояснение",
        "значение/описание", "beschreibung", "bemerkung", "erklärung", "erläuterung", "kommentar", "hinweis", "inhalt",
        "bedeutung", "description du champ", "explication", "remarque", "commentaire", "signification", "descripción",
        "descripcion", "comentario", "observaciones", "detalle", "explicación", "descrição", "descricao", "comentário",
        "observação", "observações", "detalhes", "descrizione", "omschrijving", "beschrijving", "opis", "açıklama",
        "mô tả", "ghi chú", "keterangan", "deskripsi",
        "ý nghĩa", "diễn giải", "chú thích", "giải thích", "objaśnienie", "uwagi", "komentarz", "penjelasan",
        "catatan", "опис", "назначение", "пояснения", "расшифровка", "примечания", "описание поля",
        "описание параметра", "detalles", "significado", "descripción del campo", "nota", "notas", "libellé",
        "notes et description", "descrizione campo", "significato", "toelichting", "詳細", "説明・備考", "補足",
        "用途", "備考・説明", "용도", "필드설명", "상세 설명", "설명/비고", "필드 설명", "备注说明", "参数解释",
        "字段含义", "详细说明", "取值说明", "功能描述", "意义", "açıklamalar", "açıklama/örnek", "notlar",
        "erläuterungen", "beschreibung/bemerkung", "details/description", "meaning and usage", "field definition",
        "value description",
    ),
    Role.DEFAULT: (
        "default", "default value", "defaults", "defaults to", "默认值", "默认", "缺省值", "缺省", "預設值", "預設",
        "默認值", "默認", "デフォルト", "デフォルト値", "既定値", "初期値", "規定値", "기본값", "기본 값", "디폴트",
        "по умолчанию", "значение по умолчанию", "standard", "standardwert", "vorgabe", "voreinstellung", "défaut",
        "par défaut", "valeur par défaut", "por defecto", "valor por defecto", "predeterminado",
        "valor predeterminado", "padrão", "valor padrão", "predefinito", "standaard", "domyślnie", "varsayılan",
        "mặc định",
        "wartość domyślna", "domyślna", "varsayılan değer", "giá trị mặc định", "nilai default", "nilai bawaan",
        "valore predefinito", "valore di default", "default valore", "standaardwaarde", "стандартное значение",
        "значення за замовчуванням", "за замовчуванням", "defaultwert", "初期設定", "デフォルト 値", "默认取值",
        "缺省取值",
    ),
    Role.PLACE: (
        "in", "location", "located in", "parameter location", "param location", "where", "sent in", "place",
        "parameter in", "传参方式", "位置", "参数位置", "請求位置", "參數位置", "场所", "場所", "送信場所", "위치",
        "расположение", "где", "ort", "position", "emplacement", "ubicación", "localização", "local", "in (location)",
        "传递方式", "提交方式", "参数类别", "в", "место", "размещение", "konum", "yer", "lokalizacja", "vị trí", "posizione",
        "locatie", "lokasi", "lieu", "lugar", "onde", "dónde", "où", "wo", "パラメータ位置", "파라미터 위치", "전달 방식",
        "parameter type (in)", "in/location", "http位置", "参数所在位置", "所在位置", "传入方式", "传参位置",
        "위치(in)", "param in", "passed in", "sent via",
    ),
    Role.ENUM: (
        "enum", "enums", "possible values", "allowed values", "valid values", "accepted values", "values", "options",
        "value range", "available values", "enumeration", "range", "枚举", "枚举值", "可选值", "取值", "取值范围",
        "可选项", "值域", "可选范围", "範圍", "取值範圍", "可選值", "列挙", "列挙値", "取りうる値", "指定可能な値",
        "値", "設定値", "値の範囲", "허용값", "가능한 값", "허용 값", "допустимые значения", "возможные значения",
        "zulässige werte", "mögliche werte", "erlaubte werte", "wertebereich", "valeurs possibles",
        "valeurs autorisées", "valores posibles", "valores permitidos", "valores possíveis", "valori possibili",
        "dozwolone wartości", "możliwe wartości", "giá trị cho phép", "izin verilen değerler", "olası değerler",
        "nilai yang diizinkan", "toegestane waarden", "valori ammessi", "valores aceptados", "valores aceitos",
        "valeurs acceptées", "valeurs", "выбор значений", "варианты", "可選範圍", "有效值", "可用值", "合法值",
        "取值列表", "取値範囲", "選択肢", "가능값", "허용되는 값",
    ),
    Role.FORMAT: (
        "format", "格式", "形式", "フォーマット", "포맷", "формат", "formato", "formatierung",
        "định dạng", "biçim", "格式要求", "書式",
    ),
    Role.LIMITS: (
        "restrictions", "constraints", "constraint", "validation", "limits", "length", "max length", "size", "rules",
        "max", "min", "长度", "最大长度", "长度限制", "限制", "约束", "長度", "最大長度", "桁数", "最大桁数",
        "항목크기", "항목 크기", "크기", "文字数", "制約", "制限", "길이", "최대길이", "제약", "длина", "ограничения",
        "länge", "max. länge", "einschränkungen", "longueur", "contraintes", "longitud", "restricciones", "tamaño",
        "tamanho", "restrições", "lunghezza", "maximum length", "minimum", "maximum",
        "độ dài", "uzunluk", "długość", "aralık", "giới hạn", "taille", "taille max", "longueur max",
        "longitud máxima", "tamanho máximo", "tam.", "lunghezza massima", "zeichenlänge", "максимальная длина",
        "макс. длина", "문자 길이", "길이(byte)", "バイト数", "文字数制限", "字节长度", "长度范围", "长度(字节)",
        "长度要求",
    ),
    Role.NULLABLE: (
        "nullable", "null", "null?", "can be null", "可为空", "是否为空", "允许为空", "可空", "null許容", "널 허용",
        "nullable?",
    ),
    Role.DEPRECATED: (
        "deprecated", "deprecated?", "已弃用", "废弃", "非推奨",
    ),
    Role.NOTES: (
        "notes", "additional information", "additional info", "annotations", "其他信息", "补充说明",
    ),
    Role.HEADER_NAME: (
        "header", "headers", "header name", "http header", "request header", "response header", "header field",
        "header key", "ヘッダ名", "ヘッダー項目", "请求头", "头部", "请求头名称", "消息头", "請求頭", "標頭",
        "ヘッダー", "ヘッダ", "ヘッダー名", "헤더", "헤더명", "заголовок", "kopfzeile", "en-tête", "entête",
        "encabezado", "cabecera", "cabeçalho", "intestazione",
    ),
    Role.STATUS: (
        "status", "status code", "http status", "http status code", "http code", "response code", "http response code",
        "http 状态码", "状态码", "http状态码", "狀態碼", "ステータスコード", "ステータス", "httpステータス",
        "httpステータスコード", "상태 코드", "상태코드", "응답 코드", "код состояния", "код ответа", "statuscode",
        "http-status", "code http", "statut", "código de estado", "código http", "código de status",
    ),
    Role.CODE: (
        "code", "error code", "error", "error type", "errcode", "retcode", "return code", "错误码", "返回码",
        "错误代码", "代码", "返回值", "錯誤碼", "代碼", "エラーコード", "コード", "에러 코드", "에러코드", "오류 코드",
        "코드", "код", "код ошибки", "fehlercode", "code d'erreur", "código", "código de error", "código de erro",
        "codice",
        "kod", "kod błędu", "hata kodu", "mã", "mã lỗi", "kode", "kode kesalahan", "foutcode", "codice errore",
        "código do erro", "códigos", "коды", "коды ошибок", "结果码", "业务码", "應答碼", "返回代码", "状态值",
        "결과코드", "결과 코드", "응답코드", "オブジェクトコード",
    ),
    Role.VALUE: (
        "value", "flag", "constant", "enum value", "literal", "值", "数值", "값", "значение", "wert", "valeur",
        "valor", "valore", "waarde", "wartość", "değer", "giá trị", "nilai",
    ),
    Role.MEANING: (
        "meaning", "reason", "cause", "含义说明", "意味", "错误信息", "错误描述", "エラーメッセージ", "message",
        "znaczenie", "anlam", "anlamı", "arti", "betekenis", "значення", "причина", "causa", "motivo",
        "cause possible", "ursache", "原因", "解决方案", "处理建议", "対処", "対処方法", "원인", "조치", "메시지",
        "メッセージ", "сообщение", "mensaje", "mensagem", "mesaj", "komunikat", "nachricht", "meldung", "messaggio",
    ),
    Role.METHOD: (
        "method", "http method", "verb", "http verb", "请求方式", "请求方法", "方法", "メソッド", "메서드", "метод",
        "methode", "méthode", "método",
    ),
    Role.URL: (
        "url", "endpoint", "uri", "route", "http request", "resource", "request url", "api", "接口", "请求地址",
        "接口地址", "エンドポイント", "엔드포인트", "адрес", "endpunkt", "point de terminaison",
    ),
    Role.SCHEMA: (
        "schema", "response schema", "body", "model", "component", "スキーマ", "schéma", "esquema",
    ),
    Role.ASIDE: (
        "example", "examples", "sample", "sample value", "example value", "since", "version", "unit", "units", "added",
        "added in", "#", "no", "no.", "index", "changed", "availability", "source", "label", "title", "display name",
        "supported product(s)", "supported by", "access", "permission", "permissions", "scope", "scopes", "related",
        "see also", "link", "masked", "encrypted", "sort", "order", "id", "示例", "示例值", "样例", "例子", "举例",
        "单位", "版本", "序号", "例", "範例", "示例說明", "單位", "サンプル", "サンプル値", "単位", "バージョン", "No",
        "番号", "예시", "예제", "샘플데이터", "샘플 데이터", "샘플", "예", "단위", "버전", "пример", "примеры",
        "единица", "ед. изм.", "версия", "beispiel", "einheit", "seit", "exemple", "unité", "depuis", "ejemplo",
        "unidad", "exemplo", "unidade", "esempio", "voorbeeld", "przykład", "örnek", "ví dụ", "contoh",
        "default/example", "是否加密", "是否签名", "参与签名", "加密", "签名",
        "ví dụ minh họa", "przykładowa wartość", "örnek değer", "contoh nilai", "пример значения",
        "exemple de valeur", "valor de ejemplo", "ejemplo de valor", "valor de exemplo", "beispielwert",
        "esempio valore", "voorbeeldwaarde", "例示", "設定例", "記述例", "入力例", "예시값", "예시 값", "示例数据",
        "范例", "样例值", "参考值", "举例说明", "приклад", "encryption", "加密要求", "是否参与签名", "是否脱敏",
    ),
}  # fmt: skip
