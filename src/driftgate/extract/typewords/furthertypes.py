"""The words for types in languages that fewer docs are written in: the table of types goes on here."""

from __future__ import annotations

#: canonical type -> the words for it: Arabic, Persian, Hebrew, Thai, Hindi, Czech, Slovak, Hungarian, Romanian, Greek,
#: Bulgarian, Serbo-Croatian, Swedish, Danish, Norwegian, Finnish, Catalan
WORDS: dict[str, tuple[str, ...]] = {
    "string": (
        "نص", "سلسلة", "سلسلة نصية", "سلسلة أحرف", "رشته", "متن", "מחרוזת", "טקסט", "ข้อความ", "สตริง", "स्ट्रिंग", "पाठ",
        "řetězec", "reťazec", "szöveg", "karakterlánc", "șir", "șir de caractere", "συμβολοσειρά", "κείμενο", "низ",
        "niz znakova", "sträng", "streng", "merkkijono", "teksti",
    ),
    "integer": (
        "عدد صحيح", "عدد صحیح", "מספר שלם", "จำนวนเต็ม", "पूर्णांक", "celé číslo", "egész", "egész szám", "întreg",
        "număr întreg", "ακέραιος", "ακέραιος αριθμός", "цяло число", "cijeli broj", "ceo broj", "heltal", "heltall",
        "kokonaisluku", "enter", "nombre enter",
    ),
    "number": (
        "رقم", "عدد", "عدد عشري", "عدد اعشاری", "מספר", "ตัวเลข", "ทศนิยม", "संख्या", "číslo", "desetinné číslo",
        "desatinné číslo", "szám", "tizedes tört", "număr", "αριθμός", "δεκαδικός", "broj", "decimalni broj", "tal", "tall",
        "decimaltal", "desimaltall", "luku", "desimaaliluku",
    ),
    "boolean": (
        "منطقي", "قيمة منطقية", "منطقی", "بولی", "בוליאני", "บูลีน", "बूलियन", "logická hodnota", "logikai", "logikai érték",
        "valoare logică", "λογική τιμή", "булева стойност", "boolesk", "boolsk", "totuusarvo", "booleà",
    ),
    "array": (
        "مصفوفة", "قائمة", "آرایه", "لیست", "מערך", "רשימה", "อาร์เรย์", "รายการ", "सरणी", "ऐरे", "सूची", "seznam", "zoznam",
        "tömb", "listă", "tablou", "πίνακας", "λίστα", "списък", "списак", "taulukko", "luettelo", "llista",
    ),
    "object": (
        "كائن", "عنصر", "شیء", "آبجکت", "אובייקט", "อ็อบเจกต์", "ออบเจ็กต์", "วัตถุ", "ऑब्जेक्ट", "objektum", "obiect",
        "αντικείμενο", "обект", "објекат", "objekat", "objekti", "objecte",
    ),
}  # fmt: skip
