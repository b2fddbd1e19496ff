"""Lines that state an operation are found in the forms that real pages give them, and samples beside them are none."""

from __future__ import annotations

import pytest

from documents import html_document
from driftgate.extract.tables.operations.endpoints import spoken_operations, stated_operations


def stated(body: str) -> list[str]:
    return [f"{found.operation.method} {found.operation.path}" for found in stated_operations(html_document(body).blocks)]


@pytest.mark.parametrize(
    "body",
    [
        "<h2>Changes to POST /ships</h2><p>The post/harbour is closed.</p>",
        "<h3>Example of GET /ships/1</h3>",
        "<h3>URL <span>https://api.example.test/ships</span></h3><h3>Port → GET</h3>",
        "<p>Use <span>get</span> /ships sparingly, please.</p>",
        "<table><tr><th>Method</th><td>soon</td></tr><tr><th>URL</th><td>/ships</td></tr></table>",
    ],
)
def test_titles_samples_and_sentences_state_nothing(body: str) -> None:
    assert stated(body) == []


@pytest.mark.parametrize(
    "body",
    [
        '<p><span class="badge">post</span><span></span>/ships/{id}</p>',
        '<div><i class="label-post">POST</i><code>/ships/{id}</code></div>',
        '<h4><div>Add a ship</div><a class="method post" href="#x">POST</a><code>/ships/{id}{?fast}</code></h4>',
        '<span class="type">post</span><pre><code>https://api.example.test/ships/:id</code></pre>',
        "<h3>URL <span>https://api.example.test/ships/{id}</span></h3><h3>Request → POST</h3>",
        "<p><span>POST</span> <b>/ships/{id}</b> - Sail it<br><small>Slowly.</small></p>",
        "<p><b>Метод:</b> POST</p><p><b>Путь:</b> /ships/{id}</p>",
        "<h1>POST ships/{id}?fast={fast}</h1><h1>Or not</h1>".replace("ships", "/ships"),
        "<table><tr><th>URL</th><td>/ships/{id}</td></tr><tr><th>Method</th><td>POST</td></tr></table>",
        "<table><tr><th>Method</th><th>URL</th></tr><tr><td>POST</td><td>/ships/{id}</td></tr></table>",
    ],
)
def test_badges_headings_and_tables_of_two_forms_state_one(body: str) -> None:
    assert stated(body) == ["POST /ships/{id}"]


def test_a_path_without_a_slash_may_have_a_query() -> None:
    assert stated("<h1>POST api/Ships/{id}?fast={fast}</h1>") == ["POST /api/Ships/{id}"]


def test_a_template_with_its_variables_filled_in_is_the_same_operation() -> None:
    page = "<p>GET /ships/{id}</p><h3>Example</h3><p>GET /ships/blue</p><h3>More</h3><p>GET /ships/12</p>"
    assert stated(page) == ["GET /ships/{id}"]


def test_another_path_of_the_same_length_is_an_operation_of_its_own() -> None:
    assert stated("<p>GET /ships/{id}</p><p>GET /ships/search</p>") == ["GET /ships/{id}", "GET /ships/search"]


def test_one_segment_is_a_path_among_headings_of_its_form_only() -> None:
    assert stated("<h2>GET role/all</h2><h2>POST role</h2>") == ["GET /role/all", "POST /role"]
    assert stated("<h2>POST role</h2>") == []


def test_an_index_of_operations_in_a_table_states_none() -> None:
    rows = "<tr><td>GET</td><td>/ships</td></tr><tr><td>POST</td><td>/ships</td></tr>"
    assert stated(f"<table><tr><th>Method</th><th>URL</th></tr>{rows}</table>") == []


def test_an_address_may_have_its_variables_in_angle_brackets() -> None:
    assert stated("<p><code>DELETE http://api.example.test/ships/&lt;ID&gt;</code></p>") == ["DELETE /ships/{ID}"]


def test_a_remark_in_brackets_behind_an_address_is_no_part_of_it() -> None:
    assert stated("<p>POST /files (multipart/form-data)</p>") == ["POST /files"]
    assert stated("<p>POST /files/(id)</p>") == ["POST /files/{id}"]


@pytest.mark.parametrize(
    "body",
    [
        "<h3><span class='method'>POST</span> <span>/ships</span> <span>No key needed</span></h3>",
        "<h2><span class='method'>post</span> method</h2><p><code>https://api.example.test/ships</code></p>",
        "<ul><li><code>POST /ships</code> launches a ship.</li></ul>",
    ],
)
def test_words_beside_an_operation_are_no_part_of_it(body: str) -> None:
    assert stated(body) == ["POST /ships"]


def test_a_list_of_operations_with_words_behind_states_none() -> None:
    assert stated("<ul><li><code>GET /ships</code> lists</li><li><code>POST /ships</code> adds</li></ul>") == []


def test_a_sentence_in_any_language_tells_the_method_and_the_whole_address() -> None:
    told = "<p>Доступ методом POST по URL: <b>https://api.example.test/ships</b></p>"
    apart = "<p>Use POST. See https://example.test/guide</p>"
    assert [str(found.operation) for found in spoken_operations(html_document(told).blocks)] == ["POST /ships"]
    assert spoken_operations(html_document(apart).blocks) == []


def test_operations_that_one_list_names_are_none_of_the_page_where_another_stands_on_its_own() -> None:
    listed = "<p>Not yet:</p><ol><li>GET /harbours</li><li>GET /ports</li></ol>"
    assert stated(listed) == ["GET /harbours", "GET /ports"]
    assert stated(f"{listed}<h2>GET /ships</h2>") == ["GET /ships"]
    told = listed.replace("</li>", "<br>Answers with all of them.</li>")
    assert stated(f"{told}<h2>GET /ships</h2>") == ["GET /harbours", "GET /ports", "GET /ships"]


def test_labels_may_stand_in_code_of_no_program_or_above_what_they_name() -> None:
    assert stated('<pre class="lang-json">method：POST\nurl: /ships</pre>') == ["POST /ships"]
    assert stated("<pre>Request URI :\n</pre><p>/ships</p><pre>Method :\n</pre><p>POST</p>") == ["POST /ships"]
    program = '<pre class="lang-yaml">method: post\nurl: /ships</pre>'
    assert stated(program) == []


def test_a_sample_that_repeats_the_statement_above_it_is_none() -> None:
    heading = "<h2>Ships</h2><p>GET /ships</p><h3>{}</h3><p>GET /ships</p>"
    assert stated(heading.format("Sample request")) == ["GET /ships"]
    assert stated(heading.format("Harbours")) == ["GET /ships", "GET /ships"]


def test_a_line_of_nothing_but_code_may_leave_out_the_slash() -> None:
    told = stated_operations(html_document("<h3>HTTP Request</h3><p><code>POST api/ports/{port}/ships</code></p>").blocks)
    assert [str(found.operation) for found in told] == ["POST /api/ports/{port}/ships"]
    assert stated_operations(html_document("<p>See <code>POST api/ships</code> of old.</p><p>POST api/ships</p>").blocks) == []


@pytest.mark.parametrize(
    ("sentence", "below", "found"),
    [
        ("Las peticiones usan el método POST en nuestro siguiente Endpoint.", "https://x.example/ships", ["POST /ships"]),
        ("Either GET or POST will do.", "https://x.example/ships", []),
        ("Use POST.", "https://x.example/ships is the address", []),
        ("Use the address.", "https://x.example/ships", []),
    ],
)
def test_a_sentence_with_one_method_may_lead_to_an_address(sentence: str, below: str, found: list[str]) -> None:
    page = html_document(f"<p>{sentence}</p><p>{below}</p>")
    assert [str(one.operation) for one in spoken_operations(page.blocks)] == found
