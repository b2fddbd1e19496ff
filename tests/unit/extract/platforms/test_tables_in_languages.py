"""A page says the same in every language: its headings, columns, answers and type words are read alike."""

from __future__ import annotations

import pytest

from driftgate.contract import Operation
from driftgate.extract.document import Document
from driftgate.extract.page import Page
from driftgate.extract.platforms import tables

URL = "https://docs.example.test/ships"

#: (request heading, columns, type and "required" of the first row, those of the second, response heading, its columns)
LANGUAGES = [
    pytest.param(
        ("Anfrageparameter", ("Parameter", "Typ", "Pflichtfeld", "Standardwert", "Beschreibung")),
        (("Zeichenkette", "Ja"), ("Ganzzahl", "Nein")),
        ("Antwort", ("Feld", "Typ", "Beschreibung")),
        id="German",
    ),
    pytest.param(
        ("Paramètres de la requête", ("Paramètre", "Type", "Obligatoire", "Valeur par défaut", "Description")),
        (("chaîne", "Oui"), ("entier", "Non")),
        ("Réponse", ("Champ", "Type", "Description")),
        id="French",
    ),
    pytest.param(
        ("Parámetros de la solicitud", ("Parámetro", "Tipo", "Requerido", "Valor predeterminado", "Descripción")),
        (("cadena", "Sí"), ("entero", "No")),
        ("Respuesta", ("Campo", "Tipo", "Descripción")),
        id="Spanish",
    ),
    pytest.param(
        ("Parametri della richiesta", ("Parametro", "Tipo", "Obbligatorio", "Valore predefinito", "Descrizione")),
        (("stringa", "Sì"), ("intero", "Facoltativo")),
        ("Risposta", ("Campo", "Tipo", "Descrizione")),
        id="Italian",
    ),
    pytest.param(
        ("Parametry żądania", ("Nazwa pola", "Typ", "Wymagane", "Wartość domyślna", "Opis")),
        (("ciąg znaków", "Tak"), ("liczba całkowita", "Opcjonalne")),
        ("Odpowiedź", ("Pole", "Typ", "Opis")),
        id="Polish",
    ),
    pytest.param(
        ("İstek Parametreleri", ("Parametre", "Tip", "Zorunlu", "Varsayılan değer", "Açıklama")),
        (("metin", "Evet"), ("tam sayı", "Opsiyonel")),
        ("Yanıt", ("Alan", "Veri Tipi", "Açıklama")),
        id="Turkish",
    ),
    pytest.param(
        ("معاملات الطلب", ("الحقل", "النوع", "إلزامي", "القيمة الافتراضية", "الوصف")),
        (("نص", "✅ نعم"), ("عدد صحيح", "لا")),
        ("الاستجابة", ("الحقل", "النوع", "الوصف")),
        id="Arabic",
    ),
    pytest.param(
        ("Parametry požadavku", ("Název parametru", "Typ", "Povinné", "Výchozí", "Popis")),
        (("řetězec", "Ano"), ("celé číslo", "Ne")),
        ("Odpověď", ("Název", "Datový typ", "Popis")),
        id="Czech",
    ),
    pytest.param(
        ("พารามิเตอร์คำขอ", ("ชื่อ", "ประเภท", "จำเป็น", "ค่าเริ่มต้น", "คำอธิบาย")),
        (("ข้อความ", "ใช่"), ("จำนวนเต็ม", "ไม่")),
        ("ผลลัพธ์", ("ฟิลด์", "ชนิดข้อมูล", "รายละเอียด")),
        id="Thai",
    ),
    pytest.param(
        ("Παράμετροι αιτήματος", ("Πεδίο", "Τύπος", "Υποχρεωτικό", "Προεπιλογή", "Περιγραφή")),
        (("συμβολοσειρά", "Ναι"), ("ακέραιος", "Όχι")),
        ("Απόκριση", ("Πεδίο", "Τύπος", "Περιγραφή")),
        id="Greek",
    ),
    pytest.param(
        ("Параметри запиту", ("Поле", "Тип даних", "Обов’язкове", "За замовчуванням", "Опис")),
        (("рядок", "Так"), ("ціле число", "Ні")),
        ("Відповідь", ("Поле", "Тип", "Опис")),
        id="Ukrainian with its own apostrophe",
    ),
    pytest.param(
        ("Tham số yêu cầu", ("Thuộc tính", "Kiểu dữ liệu", "Bắt buộc", "Giá trị mặc định", "Mô tả")),
        (("Chuỗi", "Có"), ("Số nguyên", "Không")),
        ("Phản hồi", ("Trường", "Kiểu", "Mô tả")),
        id="Vietnamese",
    ),
    pytest.param(
        ("Parâmetros da requisição", ("Parâmetro", "Tipo", "Obrigatório", "Padrão", "Descrição")),
        (("texto", "Sim"), ("inteiro", "Não")),
        ("Resposta", ("Campo", "Tipo", "Descrição")),
        id="Portuguese",
    ),
    pytest.param(
        ("Параметры запроса", ("Параметр", "Тип", "Обязательный", "По умолчанию", "Описание")),
        (("строка", "Да"), ("целое число", "Нет")),
        ("Ответ", ("Поле", "Тип", "Описание")),
        id="Russian",
    ),
    pytest.param(
        ("リクエストパラメータ", ("パラメータ名", "型", "必須", "デフォルト値", "説明")),
        (("文字列", "○"), ("整数", "×")),
        ("レスポンス", ("フィールド", "型", "説明")),
        id="Japanese",
    ),
    pytest.param(
        ("요청 파라미터", ("파라미터", "타입", "필수 여부", "기본값", "설명")),
        (("문자열", "필수"), ("정수", "선택")),
        ("응답", ("필드", "타입", "설명")),
        id="Korean",
    ),
    pytest.param(
        ("请求参数", ("参数名", "类型", "是否必填", "默认值", "说明")),
        (("字符串", "是"), ("整数", "否")),
        ("返回参数说明", ("参数名", "类型", "说明")),
        id="Chinese",
    ),
]


def table(header: tuple[str, ...], *rows: tuple[str, ...]) -> str:
    lines = [header, ("---",) * len(header), *rows]
    return "\n".join(f"|{'|'.join(line)}|" for line in lines)


@pytest.mark.parametrize(("request_section", "answers", "response_section"), LANGUAGES)
def test_a_page_is_read_in_its_language(
    request_section: tuple[str, tuple[str, ...]],
    answers: tuple[tuple[str, str], tuple[str, str]],
    response_section: tuple[str, tuple[str, ...]],
) -> None:
    first, second = answers
    asked = table(request_section[1], ("name", *first, "", "…"), ("masts", *second, "3", "…"))
    answered = table(response_section[1], ("id", first[0], "…"))
    text = (
        f"# Ships\n\n`POST https://api.example.test/v1/ships`\n\n"
        f"### {request_section[0]}\n\n{asked}\n\n### {response_section[0]}\n\n{answered}\n"
    )
    page = Document(Page(URL, URL, 200, "text/markdown", text.encode()), text, "markdown")
    (contract,) = tables.extract(page, None).contracts
    assert contract.operation == Operation("POST", "/v1/ships")
    assert {key: dict(field.facts) for key, field in contract.fields.items()} == {
        "body:name": {"type": "string", "required": True},
        "body:masts": {"type": "integer", "required": False, "default": 3},
        "2XX:id": {"type": "string"},
    }
