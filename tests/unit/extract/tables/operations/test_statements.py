"""Operations stated by tables, by blocks of code, and by headings and labels that only together say one."""

from __future__ import annotations

import pytest

from driftgate.extract.markdown.blocks import blocks
from driftgate.extract.tables.operations.endpoints import stated_operations


def stated(text: str) -> list[str]:
    return [str(found.operation) for found in stated_operations(blocks(text))]


@pytest.mark.parametrize(
    "text",
    [
        "| Method | Path |\n|---|---|\n| GET | /ships |\n| GET | /harbours |\n",
        "```\nGET /ships\nGET /harbours\n```\n",
        "```yaml\nmethod: POST\nurl: /hooks\n```\n",
        "`notes`: GET and POST are both fine.\n",
    ],
)
def test_an_index_a_program_and_a_sentence_state_no_operation(text: str) -> None:
    assert stated(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "| Item | Value |\n|---|---|\n| **Endpoint** | `POST /ships` |\n| Format | JSON |\n",
        "| POST | Managed | `https://api.example.test/ships` |\n|---|---|---|\n| POST | Own | `https://example.test/ships` |\n",
        "```plaintext\nPOST /ships\nPOST /ships?dry=true\n```\n",
        "```http\nPOST /ships\nContent-Type: application/json\n\n{}\n```\n",
        "```\n请求方式：POST\n请求地址：http://api.example.test/ships\n```\n",
        "### /ships\n\n#### POST\n\n##### Parameters\n",
        "**Endpoint:** `POST /ships` | [Try it](https://docs.example.test/try)\n",
        "### `POST /ships` — Launch\n",
        "### 6.7 POST /ships - Launch\n",
        "Basics |\n---|---\nHTTP URL | https://api.example.test/ships\nHTTP Method | POST\n",
        "- 生产URL: https://api.example.test/ships\n- 方法: HTTP POST (JSON)\n",
        "### 2.1 请求 URL\n\n```\nhttps://api.example.test/ships\n```\n\n### 2.2 请求方法\n\n`POST`（JSON）\n",
        "**Metoda:** POST\n**Adres:** `https://api.example.test/ships`\n",
        "### Method: POST\n>```\n>{{baseUrl}}/ships\n>```\n",
        "**post** `/ships`\n",
    ],
)
def test_one_operation_in_whatever_form(text: str) -> None:
    assert stated(text) == ["POST /ships"]


def test_a_dash_within_a_path_is_no_end_of_it() -> None:
    assert stated("### 1. POST /ships/launch-all\n") == ["POST /ships/launch-all"]


def test_variables_in_any_brackets_are_variables() -> None:
    assert stated("`GET /ships/[ShipId]/log`\n\n`DELETE https://api.example.test/ships/<ID>`\n") == [
        "GET /ships/{ShipId}/log",
        "DELETE /ships/{ID}",
    ]


def test_one_address_by_two_methods_is_stated_once() -> None:
    assert stated("```\nGET /ships\nPOST /ships\n```\n") == ["GET /ships"]


def test_an_arrow_behind_an_address_is_no_part_of_it() -> None:
    assert stated("**GET** `/ships` ▶\n") == ["GET /ships"]
