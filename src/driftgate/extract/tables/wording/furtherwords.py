"""The words of headers, headings and answers in languages that fewer docs are written in: the other tables go on here."""

from __future__ import annotations

from driftgate.extract.tables.wording.role import Role

#: column role -> the header words for it: Arabic, Persian, Hebrew, Thai, Hindi, Czech, Slovak, Hungarian, Romanian, Greek,
#: Bulgarian, Serbo-Croatian, Swedish, Danish, Norwegian, Finnish, Catalan
HEADERS: dict[Role, tuple[str, ...]] = {
    Role.NAME: (
        "الحقل", "حقل", "اسم الحقل", "الاسم", "المعامل", "معامل", "المعلمة", "المعلمات", "البارامتر", "المتغير", "المفتاح",
        "الخاصية", "اسم المعامل", "فیلد", "نام", "نام فیلد", "پارامتر", "نام پارامتر", "پارامترها", "کلید", "ویژگی", "متغیر",
        "שדה", "שם", "שם השדה", "פרמטר", "שם הפרמטר", "מפתח", "מאפיין", "ชื่อ", "ฟิลด์", "ชื่อฟิลด์", "พารามิเตอร์",
        "ชื่อพารามิเตอร์", "ตัวแปร", "คีย์", "नाम", "फ़ील्ड", "फील्ड", "पैरामीटर", "कुंजी", "název", "název parametru",
        "název pole", "jméno", "klíč", "vlastnost", "názov", "názov parametra", "meno", "mező", "mezőnév", "név", "paraméter",
        "paraméter neve", "kulcs", "tulajdonság", "nume", "nume parametru", "câmp", "nume câmp", "parametru", "cheie",
        "proprietate", "πεδίο", "όνομα", "παράμετρος", "όνομα παραμέτρου", "κλειδί", "ιδιότητα", "параметър", "име",
        "име на поле", "име на параметър", "свойство", "naziv", "ime", "polje", "parametar", "ime parametra", "ključ",
        "svojstvo", "назив", "поље", "параметар", "namn", "fält", "fältnamn", "egenskap", "nyckel", "navn", "felt", "feltnavn",
        "nøgle", "nøkkel", "kenttä", "nimi", "parametri", "avain", "ominaisuus", "nom del camp", "camp", "paràmetre", "clau",
        "medan", "lauks", "väli", "laukas",
    ),
    Role.TYPE: (
        "النوع", "نوع", "نوع البيانات", "نوع داده", "نوع‌داده", "סוג", "טיפוס", "סוג נתונים", "ประเภท", "ชนิด", "ชนิดข้อมูล",
        "ประเภทข้อมูล", "प्रकार", "टाइप", "डेटा प्रकार", "datový typ", "dátový typ", "típus", "adattípus", "tip de date",
        "tipul", "τύπος", "τύπος δεδομένων", "тип данни", "tip podatka", "tip podataka", "vrsta", "тип податка", "datatyp",
        "datatype", "tyyppi", "tietotyyppi", "tipus", "tipus de dades",
    ),
    Role.REQUIRED: (
        "مطلوب", "مطلوبة", "إلزامي", "الزامي", "إجباري", "ضروري", "هل مطلوب", "مطلوب؟", "اجباری", "الزامی", "ضروری",
        "اجباری؟", "חובה", "נדרש", "שדה חובה", "จำเป็น", "บังคับ", "จำเป็นต้องระบุ", "आवश्यक", "अनिवार्य", "povinné",
        "povinný", "povinná", "povinnost", "povinnosť", "vyžadováno", "kötelező", "obligatoriu", "necesar", "obligatorie",
        "υποχρεωτικό", "απαιτείται", "απαραίτητο", "задължително", "задължителен", "obavezno", "obavezan", "obvezno",
        "обавезно", "obligatorisk", "obligatoriskt", "krävs", "påkrævet", "obligatoriske", "påkrevd", "kreves", "pakollinen",
        "vaaditaan", "obligatori", "requerit", "обов'язкове", "обов'язкова", "обов'язкові",
    ),
    Role.OPTIONAL: ("اختياري", "اختیاری", "volitelné", "voliteľné", "opcionális", "opțional", "valgfri", "valfri"),
    Role.DESCRIPTION: (
        "الوصف", "وصف", "الشرح", "شرح", "ملاحظات", "ملاحظة", "التفاصيل", "توضیحات", "توضیح", "توصیف", "یادداشت", "תיאור",
        "הסבר", "הערות", "פירוט", "คำอธิบาย", "รายละเอียด", "หมายเหตุ", "विवरण", "टिप्पणी", "popis", "poznámka", "vysvětlení",
        "význam", "leírás", "megjegyzés", "magyarázat", "descriere", "observații", "detalii", "περιγραφή", "σχόλια",
        "παρατηρήσεις", "описание", "бележка", "opis", "napomena", "značenje", "опис", "напомена", "beskrivning",
        "förklaring", "kommentar", "anmärkning", "beskrivelse", "forklaring", "bemærkning", "merknad", "kuvaus", "selitys",
        "huomautus", "descripció", "observacions", "keterangan",
    ),
    Role.DEFAULT: (
        "الافتراضي", "القيمة الافتراضية", "افتراضي", "پیش‌فرض", "پیش فرض", "مقدار پیش‌فرض", "مقدار پیش فرض", "ברירת מחדל",
        "ค่าเริ่มต้น", "ค่าดีฟอลต์", "डिफ़ॉल्ट", "výchozí", "výchozí hodnota", "predvolené", "predvolená hodnota",
        "alapértelmezett", "alapérték", "alapértelmezés", "implicit", "valoare implicită", "προεπιλογή", "προεπιλεγμένη τιμή",
        "по подразбиране", "podrazumijevano", "podrazumevano", "zadano", "standardvärde", "förval", "standardværdi",
        "standardverdi", "oletus", "oletusarvo", "per defecte", "valor per defecte",
    ),
    Role.PLACE: ("الموقع", "المكان", "مکان", "محل", "מיקום", "ตำแหน่ง", "umístění", "umiestnenie", "hely", "locație", "plats"),
    Role.ENUM: (
        "القيم المسموحة", "القيم الممكنة", "القيم", "مقادیر", "مقادیر مجاز", "ערכים אפשריים", "ค่าที่เป็นไปได้", "možné hodnoty",
        "povolené hodnoty", "lehetséges értékek", "valori posibile", "δυνατές τιμές", "възможни стойности",
        "moguće vrijednosti", "möjliga värden", "mulige værdier", "mulige verdier", "sallitut arvot", "valors possibles",
    ),
    Role.FORMAT: ("التنسيق", "الصيغة", "قالب", "فرمت", "פורמט", "formát", "formátum", "μορφή", "muoto"),
    Role.HEADER_NAME: (
        "الترويسة", "رأس", "الهيدر", "هدر", "سربرگ", "hlavička", "fejléc", "antet", "κεφαλίδα", "zaglavlje", "nagłówek",
        "naglowek", "nazwa nagłówka", "başlık", "tiêu đề", "kop",
    ),
    Role.STATUS: ("رمز الحالة", "كود الحالة", "کد وضعیت", "stavový kód", "állapotkód", "statuskod", "statuskode", "tilakoodi"),
    Role.CODE: ("الرمز", "رمز", "رمز الخطأ", "كود الخطأ", "کد", "کد خطا", "קוד", "รหัส", "kód", "hibakód", "cod", "κωδικός"),
    Role.VALUE: (
        "القيمة", "قيمة", "مقدار", "ערך", "ค่า", "hodnota", "érték", "valoare", "τιμή", "стойност", "vrijednost",
        "vrednost", "värde", "værdi", "verdi", "arvo",
    ),
    Role.MEANING: ("المعنى", "معنی", "رسالة", "پیام", "משמעות", "ความหมาย", "jelentés", "semnificație", "σημασία", "betydelse"),
    Role.METHOD: ("الطريقة", "طريقة", "متد", "روش", "שיטה", "เมธอด", "metoda", "metóda", "módszer", "metodă", "μέθοδος"),
    Role.URL: ("المسار", "الرابط", "نقطة النهاية", "آدرس", "مسیر", "כתובת", "végpont", "adresa", "koncový bod", "osoite"),
    Role.ASIDE: (
        "مثال", "أمثلة", "نمونه", "דוגמה", "ตัวอย่าง", "उदाहरण", "příklad", "príklad", "példa", "exemplu", "παράδειγμα",
        "primjer", "primer", "exempel", "eksempel", "esimerkki",
    ),
}  # fmt: skip

YES = (
    "نعم", "إلزامي", "إجباري", "مطلوب", "ضروري", "بله", "بلی", "اجباری", "الزامی", "כן", "חובה", "ใช่", "จำเป็น", "बाध्यकारी",
    "हाँ", "हां", "ano", "áno", "povinné", "povinný", "povinná", "igen", "kötelező", "da", "obligatoriu", "ναι",
    "υποχρεωτικό", "задължително", "obavezno", "obvezno", "obligatorisk", "obligatoriskt", "påkrævet", "påkrevd", "kyllä",
    "pakollinen", "обов'язкове", "обов'язковий", "обов'язкова",
)  # fmt: skip
NO = (
    "لا", "اختياري", "غير مطلوب", "خیر", "نه", "اختیاری", "לא", "אופציונלי", "רשות", "ไม่", "ไม่ใช่", "ไม่จำเป็น", "नहीं",
    "वैकल्पिक", "ne", "nepovinné", "nepovinný", "volitelné", "voliteľné", "nem", "opcionális", "nu", "opțional", "όχι",
    "προαιρετικό", "не", "незадължително", "opcionalno", "neobavezno", "nej", "nei", "valfri", "valfritt", "frivillig",
    "valgfri", "valgfritt", "ei", "valinnainen", "необов'язкове", "необов'язковий", "необов'язкова",
)  # fmt: skip

#: words that stand alone in headings, by what they announce
SECTION_WORDS: dict[str, tuple[str, ...]] = {
    "request": (
        "طلب", "الطلب", "المدخلات", "مدخلات", "درخواست", "ورودی", "בקשה", "הבקשה", "अनुरोध", "požadavek", "požadavku",
        "požiadavka", "požiadavky", "kérés", "kérésben", "cerere", "cererii", "αίτημα", "αιτήματος", "заявка", "заявката",
        "zahtjev", "zahtjeva", "zahtev", "zahteva", "förfrågan", "begäran", "anrop", "forespørsel", "anmodning", "pyyntö",
        "pyynnön", "petició", "permohonan", "zapytania", "żądań",
    ),
    "response": (
        "استجابة", "الاستجابة", "الرد", "رد", "المخرجات", "پاسخ", "خروجی", "תגובה", "תשובה", "प्रतिक्रिया", "odpověď",
        "odpovědi", "odpoveď", "válasz", "válaszban", "răspuns", "răspunsul", "răspunsului", "απάντηση", "απόκριση",
        "απόκρισης", "отговор", "отговора", "odgovor", "odgovora", "svar", "svaret", "vastaus", "vastauksen", "návratová",
    ),
    "body": (
        "الجسم", "جسم", "بدنه", "גוף", "tělo", "těla", "törzs", "törzse", "corpul", "σώμα", "тяло", "тялото", "tijelo",
        "telo", "tela", "brödtext", "kropp", "kroppen", "runko", "cos",
    ),
    "query": ("استعلام", "الاستعلام", "dotaz", "dotazu", "lekérdezés", "interogare", "ερωτήματος", "upit", "upita", "kysely"),
    "path": (
        "مسار", "المسار", "مسیر", "נתיב", "cesta", "cesty", "cestě", "útvonal", "cale", "calea", "διαδρομή", "διαδρομής", "път",
        "пътя", "putanja", "putanje", "sökväg", "polku", "camí",
    ),
    "header": (
        "الرؤوس", "رؤوس", "رأس", "الترويسة", "الترويسات", "ترويسات", "هدر", "هدرها", "سربرگ", "כותרות", "כותרת", "hlavička",
        "hlavičky", "hlaviček", "fejléc", "fejlécek", "antet", "anteturi", "κεφαλίδα", "κεφαλίδες", "заглавка", "заглавки",
        "zaglavlje", "zaglavlja", "rubriker", "otsikko", "otsikot", "capçalera", "capçaleres", "nagłówki", "nagłówków",
    ),
    "param": (
        "المعاملات", "معاملات", "المعامل", "المعلمات", "معلمات", "معلمة", "البارامترات", "بارامترات", "المتغيرات", "پارامتر",
        "پارامترها", "پارامترهای", "פרמטרים", "פרמטר", "पैरामीटर", "parametrů", "parametrami", "paraméter", "paraméterek",
        "parametrii", "parametrilor", "παράμετροι", "παραμέτρων", "παράμετρος", "параметрите", "parametrar", "parametere",
        "parametrit", "paràmetres", "parametara",
    ),
    "field": (
        "الحقول", "حقول", "الحقل", "حقل", "الخصائص", "فیلد", "فیلدها", "فیلدهای", "ویژگی‌ها", "שדות", "फ़ील्ड", "mezők", "mező",
        "polia", "polí", "câmpuri", "câmpurile", "πεδία", "полета", "полетата", "polja", "fält", "felter", "felt", "kentät",
        "camps", "vlastnosti",
    ),
    "example": (
        "مثال", "أمثلة", "المثال", "نموذج", "نمونه", "نمونه‌ها", "דוגמה", "דוגמאות", "उदाहरण", "příklad", "příklady", "ukázka",
        "príklad", "príklady", "példa", "példák", "exemplu", "exemple", "παράδειγμα", "παραδείγματα", "primjer", "primjeri",
        "primer", "primeri", "exempel", "eksempel", "eksempler", "esimerkki", "esimerkit", "exemples",
    ),
    "aside": (
        "خطأ", "أخطاء", "الأخطاء", "خطا", "خطاها", "خطاهای", "الرموز", "رموز", "أكواد", "کدهای", "שגיאה", "שגיאות", "chyba",
        "chyby", "chybové", "chyb", "hiba", "hibák", "hibakódok", "erori", "eroare", "σφάλμα", "σφάλματα", "грешка", "грешки",
        "greška", "greške", "grešaka", "felkoder", "felmeddelanden", "feil", "feilkoder", "fejl", "fejlkoder", "virhe",
        "virheet", "virhekoodit", "الصلاحيات", "صلاحيات",
    ),
    "neutral": (
        "البيانات", "بيانات", "المطلوبة", "المطلوب", "المرسلة", "الناجحة", "ناجحة", "نجاح", "الناجح", "في", "من", "داده",
        "داده‌ها", "داده‌های", "اطلاعات", "موفق", "اجباری", "נתונים", "adatok", "datele", "δεδομένα", "данни", "podaci",
        "podataka", "data", "tiedot", "dades", "úspěšná", "úspešná", "sikeres", "uspješan", "povinné",
    ),
}  # fmt: skip

#: pieces of words, for scripts without spaces
SECTION_STEMS: tuple[tuple[str, str], ...] = (
    ("ตัวอย่าง", "example"), ("ข้อผิดพลาด", "aside"), ("เฮดเดอร์", "header"), ("ส่วนหัว", "header"), ("เนื้อหา", "body"),
    ("ร้องขอ", "request"), ("คำขอ", "request"), ("ตอบกลับ", "response"), ("ผลลัพธ์", "response"), ("พารามิเตอร์", "param"),
    ("ตัวแปร", "param"), ("ฟิลด์", "field"), ("รายละเอียด", "neutral"), ("ข้อมูล", "neutral"), ("การ", "neutral"),
)  # fmt: skip
