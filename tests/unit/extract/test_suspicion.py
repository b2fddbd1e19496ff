"""A page that is no documentation is named for what it is; a page that documents an operation is never suspected."""

from __future__ import annotations

import time

import lxml.html
import pytest

from driftgate.extract.page import Page, Unread, Unreadable
from driftgate.extract.suspicion import suspicion

URL = "https://docs.example/a"

LOGIN_FORM = "<form><input name=user><input type=password><button>Sign in</button></form>"
FIELDS = (
    "<table><tr><th>Name</th><th>Type</th></tr><tr><td>user</td><td>string</td></tr><tr><td>pass</td><td>string</td></tr></table>"
)
PROSE = "<p>" + "Every request is answered with a document that lists what was asked for. " * 40 + "</p>"


def judged(markup: str) -> Unread | None:
    page = Page(URL, URL, 200, "text/html", markup.encode())
    return suspicion(page, markup, lxml.html.document_fromstring(markup))


def html(title: str, body: str, head: str = "") -> str:
    return f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(html("Login | Example API", f"<h1>Login</h1><p>POST /v1/login</p>{FIELDS}"), id="an endpoint named Login"),
        pytest.param(
            html("Sign in", f"<h1>Sign in</h1><code>POST</code> <code>/v1/login</code>{LOGIN_FORM}"), id="with a try-it form"
        ),
        pytest.param(
            html("Get a user", f"<header>{LOGIN_FORM}</header><p>GET /v1/users/{{id}}</p>"), id="a login form in the chrome"
        ),
        pytest.param(
            html("404 Not Found", f"<h1>404 Not Found</h1><p>GET /v1/users</p>{FIELDS}"), id="a page about the status 404"
        ),
        pytest.param(html("Errors", f"<h1>Errors</h1>{FIELDS}<p>404 Page not found</p>"), id="error codes in a table"),
        pytest.param(html("Error handling", f"<h1>Errors</h1>{PROSE}"), id="a chapter about errors"),
        pytest.param(
            html("Service unavailable", "<h1>Service unavailable</h1><div>PUT</div><div>/v1/services/:id</div>"),
            id="an operation that reports an outage",
        ),
        pytest.param(
            html("Create a user", "<p>Method: POST</p><p>URL: https://api.example/v1/users</p><script src=a.js></script>"),
            id="method and address in separate lines of a bare page",
        ),
        pytest.param(
            html("Verify", "<h1>Security check</h1><p>POST /v1/check</p>", "<script src=https://hcaptcha.com/1/api.js></script>"),
            id="a captcha script beside an operation",
        ),
        pytest.param(
            html("Contact", PROSE, "<script src=https://www.google.com/recaptcha/api.js></script>"), id="prose with reCAPTCHA"
        ),
        pytest.param(
            html("Users", f"<div id=root>{PROSE}</div><script src=app.js></script>"), id="an app that was rendered on the server"
        ),
        pytest.param(html("Users", "<p>To be written.</p>"), id="a bare page without scripts"),
        pytest.param(
            html("Post", "<div>POST</div><!-- --><div><span>/</span><span>v1</span></div><script></script>"),
            id="a path whose segments are elements",
        ),
    ],
)
def test_a_page_that_may_document_something_is_not_suspected(markup: str) -> None:
    assert judged(markup) is None


@pytest.mark.parametrize(
    ("reason", "markup"),
    [
        pytest.param(Unreadable.LOGIN, html("Sign in to Example", f"<h1>Welcome back</h1>{LOGIN_FORM}"), id="login"),
        pytest.param(Unreadable.LOGIN, html("Example", LOGIN_FORM), id="a password form and nothing else"),
        pytest.param(
            Unreadable.LOGIN, html("Anmeldung", "<h1>Anmelden</h1><button>Weiter mit SSO</button>"), id="a login by SSO"
        ),
        pytest.param(
            Unreadable.LOGIN, html("ログイン", "<form><input type=email><button>次へ</button></form>"), id="login in Japanese"
        ),
        pytest.param(
            Unreadable.LOGIN,
            html("Login", "<table><tr><td>User<td><input></tr><tr><td>Pass<td><input type=password></tr><tr><td>x</tr></table>"),
            id="a login form laid out as a table",
        ),
        pytest.param(
            Unreadable.BOT_WALL,
            html(
                "Just a moment...",
                "<noscript>Enable JavaScript and cookies to continue</noscript><script>window._cf_chl_opt={}</script>",
            ),
            id="a challenge page",
        ),
        pytest.param(
            Unreadable.BOT_WALL,
            html("docs.example", "<p>One step left.</p><script src=https://geo.captcha-delivery.com/c.js></script>"),
            id="a captcha script with little else",
        ),
        pytest.param(
            Unreadable.BOT_WALL,
            html("Access Denied", "<h1>Access Denied</h1><p>Reference #18.2f</p>"),
            id="a firewall's block page",
        ),
        pytest.param(
            Unreadable.BOT_WALL,
            html("Request Rejected", "The requested URL was rejected. Your support ID is: 123"),
            id="another firewall's block page",
        ),
        pytest.param(
            Unreadable.SOFT_404, html("Page Not Found | Docs", f"<h1>Page Not Found</h1>{PROSE}"), id="soft 404 with a long menu"
        ),
        pytest.param(Unreadable.SOFT_404, html("Docs", "<h1>404</h1><p>Nothing here.</p>"), id="soft 404 that says only 404"),
        pytest.param(Unreadable.SOFT_404, html("Doku", "<h1>Seite nicht gefunden</h1>"), id="soft 404 in German"),
        pytest.param(Unreadable.SOFT_404, html("文档", "<h1>页面不存在</h1>"), id="soft 404 in Chinese"),
        pytest.param(Unreadable.SOFT_404, html("Error", "<pre>Cannot GET /docs/users</pre>"), id="a router's answer"),
        pytest.param(Unreadable.SOFT_404, html("x", "<h1>We couldn’t find that page.</h1>"), id="a curly apostrophe"),
        pytest.param(
            Unreadable.ERROR_PAGE,
            html("500 Internal Server Error", "<h1>Internal Server Error</h1><p>Try later.</p>"),
            id="error page",
        ),
        pytest.param(Unreadable.ERROR_PAGE, html("", "<p>Service Unavailable</p>"), id="an error page without headings"),
        pytest.param(
            Unreadable.ERROR_PAGE,
            html(
                "KeyError at /docs/users",
                f"<h1>KeyError at /docs/users</h1>{FIELDS}<pre>Traceback (most recent call last):</pre>",
            ),
            id="a debug page with tables of its own",
        ),
    ],
)
def test_a_page_that_is_something_else_is_named(reason: Unreadable, markup: str) -> None:
    assert judged(markup) == Unread(URL, reason)


@pytest.mark.parametrize(
    ("app", "body"),
    [
        pytest.param("Redoc", "<redoc spec-url=openapi.json></redoc><script src=redoc.standalone.js></script>", id="redoc"),
        pytest.param(
            "Scalar",
            "<script id=api-reference data-url=a.json></script><script src=//h/@scalar/api-reference></script>",
            id="scalar",
        ),
        pytest.param("Swagger UI", "<div id=swagger-ui></div><script>window.onload=0</script>", id="swagger-ui"),
        pytest.param(
            "", "<noscript>You need to enable JavaScript.</noscript><div id=root></div><script src=a.js></script>", id="an app"
        ),
        pytest.param("", "<p>Loading…</p><script src=a.js></script>", id="an unknown app"),
        pytest.param(
            "a Next.js app",
            "<nav>" + PROSE + "</nav><div id=__next></div><script src=a.js></script>",
            id="navigation is not content",
        ),
    ],
)
def test_an_empty_shell_is_named_with_its_app(app: str, body: str) -> None:
    assert judged(html("API Reference", body)) == Unread(URL, Unreadable.SHELL, app)


def test_a_shell_may_be_named_by_what_made_it() -> None:
    head = '<meta name="generator" content="Postman Documenter">'
    named = judged(html("Notes", "<div></div><script src=a.js></script>", head))
    assert named == Unread(URL, Unreadable.SHELL, "Postman Documenter")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("404: Not Found", Unreadable.SOFT_404, id="a bare line"),
        pytest.param("# Page not found\n\nSee the index.", Unreadable.SOFT_404, id="markdown"),
        pytest.param('{"error": {"message": "Not found"}}', Unreadable.SOFT_404, id="json"),
        pytest.param("Internal Server Error", Unreadable.ERROR_PAGE, id="an error line"),
        pytest.param("# Not found\n\n`GET /v1/missing` lists what is missing.", None, id="an operation about missing things"),
        pytest.param("# Users\n\nThere are users.", None, id="a short page"),
        pytest.param("404\n" + "Much more to say. " * 60, None, id="a long text"),
        pytest.param("{" * 700, None, id="json that cannot be read"),
    ],
)
def test_a_short_text_that_only_reports_a_failure_is_named(text: str, reason: Unreadable | None) -> None:
    page = Page(URL, URL, 200, "text/plain", text.encode())
    assert suspicion(page, text, None) == (Unread(URL, reason) if reason else None)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<div>" * 200 + "x" + "</div>" * 200 + "<p>a</p>" * 100_000, id="many small elements"),
        pytest.param("<table>" * 2_000, id="tables in tables"),
        pytest.param("<p>POST " + " " * 200_000 + "/" * 200_000, id="white space and slashes"),
        pytest.param("<h1>" + " - " * 200_000 + "</h1>", id="a heading of separators"),
    ],
)
def test_hostile_pages_are_judged_in_linear_time(body: str) -> None:
    markup = html("Not found", body)
    tree = lxml.html.document_fromstring(markup)
    started = time.process_time()
    suspicion(Page(URL, URL, 200, "text/html", b""), markup, tree)
    assert time.process_time() - started < 2
