"""The words and marks by which a page says that it is not the document asked for. Compared with case and apostrophes folded.

``*_IN`` phrases count anywhere in a title or main heading, ``*_ALONE`` only as a whole segment of one, since they also name
ordinary operations and errors.
"""

from __future__ import annotations

NOT_FOUND_IN = (
    "page not found", "page could not be found", "page couldn't be found", "page can't be found", "page cannot be found",
    "page was not found", "couldn't find that page", "couldn't find this page", "couldn't find the page",
    "can't find that page", "can't find the page", "page doesn't exist", "page does not exist", "page no longer exists",
    "page isn't available", "page you requested", "page you are looking for", "page you're looking for", "file not found",
    "document not found", "seite nicht gefunden", "seite wurde nicht gefunden", "seite existiert nicht",
    "página no encontrada", "pagina no encontrada", "page introuvable", "page non trouvée", "cette page n'existe pas",
    "pagina non trovata", "página não encontrada", "pagina niet gevonden", "nie znaleziono strony", "strona nie istnieje",
    "sidan hittades inte", "siden blev ikke fundet", "sivua ei löytynyt", "stránka nenalezena", "sayfa bulunamadı",
    "halaman tidak ditemukan", "không tìm thấy trang", "страница не найдена", "сторінку не знайдено", "页面不存在",
    "页面未找到", "找不到页面", "找不到该页面", "頁面不存在", "找不到頁面", "找不到此頁面", "ページが見つかりません",
    "ページは見つかりません", "ページは存在しません", "페이지를 찾을 수 없습니다", "الصفحة غير موجودة",
)  # fmt: skip
NOT_FOUND_ALONE = (
    "404", "not found", "http 404", "error 404", "404 error", "404 not found", "404 page", "nicht gefunden", "no encontrado",
    "introuvable", "non trouvé", "não encontrado", "non trovato", "не найдено", "未找到", "見つかりません", "찾을 수 없음",
    "nothing found", "nothing to see here", "nosuchkey", "erreur 404", "fehler 404", "ошибка 404", "error 404 (not found)",
)  # fmt: skip

ERROR_IN = (
    "internal server error", "service unavailable", "bad gateway", "gateway timeout", "gateway time-out",
    "error establishing a database connection", "whitelabel error page", "server error in '/' application",
    "application error: a client-side exception", "temporarily unavailable", "down for maintenance", "under maintenance",
    "interner serverfehler", "erreur interne du serveur", "error interno del servidor", "erro interno do servidor",
    "errore interno del server", "внутренняя ошибка сервера", "服务器内部错误", "內部伺服器錯誤", "内部サーバーエラー",
    "サーバーエラー", "서버 오류", "wartungsarbeiten", "en maintenance", "en mantenimiento", "メンテナンス中", "系统维护",
    "this site can't be reached",
)  # fmt: skip
ERROR_ALONE = (
    "500", "502", "503", "504", "error", "error 500", "error 502", "error 503", "500 error", "server error",
    "application error", "403 forbidden", "forbidden", "something went wrong", "an error occurred", "we'll be right back",
    "fehler", "erreur", "ошибка", "runtime error", "unexpected error", "oops", "oops, something went wrong",
)  # fmt: skip

#: What the text of a page that is one big stack trace holds.
TRACES = (
    "traceback (most recent call last)", "django_settings_module", "stack trace:", "stacktrace:", "exception details:",
    "caused by: java.", "\tat java.", "at org.springframework", "in /var/www/", "whoops\\", "#0 {main}",
)  # fmt: skip

WALL_IN = (
    "just a moment", "attention required! | cloudflare", "checking your browser", "verify you are human",
    "verify you are a human", "verifying you are human", "verify that you are human", "are you a robot", "are you human",
    "human verification", "security verification", "you have been blocked", "request blocked", "pardon our interruption",
    "unusual traffic", "bot verification", "robot or human", "request rejected", "ddos protection by", "ddos-guard",
    "access to this page has been denied", "access to this page has been blocked", "one more step", "安全验证", "人机验证",
    "安全驗證", "ロボットではありません", "проверка браузера", "не робот", "um moment", "un momento", "nur einen moment",
    "un instant",
)  # fmt: skip
WALL_ALONE = (
    "access denied", "security check", "captcha", "blocked", "request unsuccessful", "challenge validation",
    "zugriff verweigert", "acceso denegado", "accès refusé", "доступ запрещен", "доступ запрещён", "访问被拒绝",
    "アクセスが拒否されました", "client challenge",
)  # fmt: skip
#: Said by walls in their text, whatever their title.
WALL_TEXT = (
    "incapsula incident id", "your support id is", "enable javascript and cookies to continue",
    "please enable js and disable any ad", "you don't have permission to access", "errors.edgesuite.net",
    "sucuri website firewall", "cloudflare ray id", "performance & security by cloudflare", "web application firewall",
    "powered by datadome", "needs to review the security of your connection", "complete the captcha", "solve the captcha",
    "please solve this captcha", "aliyun_waf", "请求已被拦截", "您的访问被阻断",
)  # fmt: skip
#: In the markup of walls. Ordinary pages carry some of these too (reCAPTCHA beside a form): they count only where there is
#: next to no text.
WALL_MARKUP = (
    "_cf_chl_opt", "cf-chl-", "cf-challenge", "/cdn-cgi/challenge-platform/h/", "captcha-delivery.com", "px-captcha",
    "_incapsula_resource", "awswafintegration", "awswafcookiedomainlist", "sucuri_cloudproxy", "ddos-guard", "geetest",
    "arkoselabs", "hcaptcha.com", "h-captcha", "recaptcha/api", "recaptcha/enterprise", "g-recaptcha",
    "challenges.cloudflare.com", "cf-turnstile", "aliyun_waf", "acw_sc__v2", "perfdrive.com", "kasada", "/_fs-ch-",
)  # fmt: skip

LOGIN_IN = (
    "sign in to", "log in to", "login to", "sign in with", "sign in | ", "single sign-on", "bei ihrem konto anmelden",
    "inicia sesión", "iniciar sesión", "iniciar sessão", "fazer login", "se connecter", "войдите в", "вход в систему",
    "用户登录", "账号登录", "登入帳號", "connectez-vous", "authentication required", "please log in", "please sign in",
    "you need to log in", "you must log in",
)  # fmt: skip
LOGIN_ALONE = (
    "login", "log in", "sign in", "signin", "log on", "logon", "sign-in", "log-in", "welcome back", "member login",
    "anmelden", "anmeldung", "einloggen", "connexion", "iniciar sesion", "acceso", "entrar", "accedi", "inloggen", "logga in",
    "logg inn", "zaloguj się", "войти", "вход", "авторизация", "登录", "登錄", "登入", "ログイン", "サインイン", "로그인",
    "giriş yap", "masuk", "đăng nhập", "sso", "password required",
)  # fmt: skip

#: Elements that a script fills, by tag, and by id, with the name under which the app is known where it is known.
APP_TAGS = {
    "redoc": "Redoc", "rapi-doc": "RapiDoc", "elements-api": "Stoplight Elements", "app-root": "an Angular app",
    "openapi-explorer": "OpenAPI Explorer", "scalar-api-reference": "Scalar", "swagger-ui": "Swagger UI",
    "zudoku-app": "Zudoku",
}  # fmt: skip
APP_IDS = {
    "swagger-ui": "Swagger UI", "swagger-ui-container": "Swagger UI", "redoc": "Redoc", "redoc-container": "Redoc",
    "api-reference": "Scalar", "scalar-api-reference": "Scalar", "root": "", "app": "", "app-root": "",
    "__next": "a Next.js app", "__nuxt": "a Nuxt app", "___gatsby": "a Gatsby app", "__docusaurus": "Docusaurus", "q-app": "",
    "react-root": "", "reactroot": "", "svelte": "", "main-app": "", "docs-root": "", "elements": "", "mount": "",
    "zudoku": "Zudoku", "docsify": "Docsify",
}  # fmt: skip
#: What a page says that it was made by.
APP_GENERATORS = {"postman documenter": "Postman Documenter"}
#: In the address of a script, for apps whose container has any name.
APP_SCRIPTS = {
    "swagger-ui-bundle": "Swagger UI", "redoc.standalone": "Redoc", "@scalar/api-reference": "Scalar",
    "rapidoc-min": "RapiDoc", "@stoplight/elements": "Stoplight Elements", "docsify.min": "Docsify", "docsify.js": "Docsify",
}  # fmt: skip
