"""What stands behind `request:` in, an action that asks the site's servers out."""

import json
import re
from dataclasses import dataclass
from typing import Any

from harness.language.model import Action
from harness.language.reading.nodes import ListNode, MappingNode, Node, TextNode
from harness.language.reading.reading import Reading
from harness.language.shapes.address import Address
from harness.language.shapes.collections import MappingOf, OneOrMore
from harness.language.shapes.names import Name, Words
from harness.language.shapes.plain import Pattern, PlainText
from harness.language.shapes.table import Found, Key, Table
from harness.language.shapes.value_checks import LEADS_TO, CheckWords, read_checks
from harness.values.json_paths import PATH, Tree
from harness.verbs.request import CHANGING, METHODS

EXAMPLE = "request: {get: /api/orders, expect: {status: 200}}"
_LITERAL = re.compile(r"-?(?:0|[1-9][0-9]{0,30})(?:\.[0-9]{1,30})?|true|false|null", re.ASCII)
_STATUS = re.compile(r"[1-5](?:[0-9]{2}|xx)", re.ASCII)
HEADER = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
OURS = frozenset(
    {"connection", "content-length", "cookie", "host", "te", "transfer-encoding", "upgrade", "user-agent"}
)
"""Headers that say who she is and where she goes, or how a request is sent: never the author's to choose."""


@dataclass(frozen=True)
class Body:
    """What is sent as JSON: texts, lists and mappings; numbers, `true`, `false`, `null` where unquoted."""

    def read(self, node: Node, reading: Reading) -> Tree:
        """Return it as JSON has it."""
        if isinstance(node, MappingNode):
            return {name.text: self.read(value, reading) for name, value in node.pairs}
        if isinstance(node, ListNode):
            return [self.read(item, reading) for item in node.items]
        if not node.quoted and _LITERAL.fullmatch(node.text):
            value: Tree = json.loads(node.text)
            return value
        return Words("a value").read(node, reading)


@dataclass(frozen=True)
class HeaderName:
    """The name of a header that is the author's to choose."""

    def read(self, node: Node, reading: Reading) -> str:
        """Return the name."""
        text = Pattern(HEADER, "the name of a header", "Write it like: X-Test").read(node, reading)
        if text.casefold() in OURS:
            reading.problem(node, f'the header "{text}" is the shopper\'s own. Take it out.')
        return text


@dataclass(frozen=True)
class ValueChecks:
    """What a value of an answer is checked with: a literal, or check words."""

    def read(self, node: Node, reading: Reading) -> CheckWords:
        """Return the check words with their right sides."""
        words = read_checks(node, None, reading)
        if LEADS_TO in dict(words):
            reading.problem(node, f'"{LEADS_TO}" goes with a link on a page. Compare the text with: is')
        return words


JSON_PATH = Pattern(PATH, "a path in JSON", "Write it like: items[0].price")
_ADDRESS = Address(of_secrets="Put it into a header or the body.")
_FIELDS = MappingOf(PlainText("the name of a field"), Words(), "form: {code: SAVE10}")

METHOD_KEYS = tuple(
    Key(method, _ADDRESS, f"The address that {method.upper()} is sent to.", "") for method in METHODS
)
_JSON = Key("json", Body(), "What is sent, as JSON.", None)
_FORM = Key("form", _FIELDS, "What is sent, as a form sends it.", {})
_HEADERS = Key(
    "headers", MappingOf(HeaderName(), Words(), "headers: {X-Test: a}"), "Headers that are sent besides.", {}
)
_STATUSES: Key[tuple[str, ...]] = Key(
    "status",
    OneOrMore(
        Pattern(_STATUS, "a status of HTTP", "Write three figures, or a whole class: 201, 2xx"), "statuses"
    ),
    "What the answer's status must be, or several that it may be.",
    (),
)
_VALUES = Key(
    "json",
    MappingOf(JSON_PATH, ValueChecks(), "json: {data.status: paid}"),
    "Paths in the answer's JSON, each with what must be there.",
    {},
)
EXPECT_KEYS = (_STATUSES, _VALUES)


def _expected(found: Found) -> Tree:
    expected: dict[str, Tree] = {}
    statuses = found[_STATUSES]
    if statuses:
        expected["status"] = list(statuses)
    if found[_VALUES]:
        expected["json"] = {path: _checks(words) for path, words in found[_VALUES].items()}
    return expected


def _checks(words: CheckWords) -> Tree:
    return {word: right if isinstance(right, str) else list(right) for word, right in words}


_EXPECT: Key[Tree] = Key(
    "expect", Table("what is expected of an answer", EXPECT_KEYS, _expected), "What the answer must be.", None
)
_REMEMBER = Key(
    "remember",
    MappingOf(Name(), JSON_PATH, "remember: {order: data.id}"),
    "Names, each with the path of its value in the answer's JSON.",
    {},
)
REQUEST_KEYS: tuple[Key[Any], ...] = (*METHOD_KEYS, _JSON, _FORM, _HEADERS, _EXPECT, _REMEMBER)
REQUEST = Table("a request", REQUEST_KEYS, lambda found: found)


def read_request(name: TextNode, node: Node, reading: Reading) -> Action:
    """Return the action of a request: its method and address, and as JSON what else it says."""
    found = REQUEST.read(node, reading)
    methods = [key for key in METHOD_KEYS if key in found]
    if isinstance(node, MappingNode):
        _check(node, methods, found, reading)
    key = methods[0] if methods else METHOD_KEYS[0]
    said = [(each.name, found[each]) for each in REQUEST_KEYS[len(METHODS) :] if each in found]
    named = tuple((word, json.dumps(value, ensure_ascii=False)) for word, value in said)
    return Action("request", (key.name, found[key]), reading.place(name), named=named)


def _check(node: MappingNode, methods: list[Key[str]], found: Found, reading: Reading) -> None:
    names = {name.text: name for name, _ in node.pairs}
    if not methods and names.keys() <= {key.name for key in REQUEST_KEYS}:
        reading.problem(node, f"it is not said what is asked for. Write it like: {EXAMPLE}")
    elif len(methods) > 1:
        reading.problem(names[methods[1].name], 'one request at a time. Begin the second one with "- ".')
    bodies = [key.name for key in (_JSON, _FORM) if key in found]
    if len(bodies) > 1:
        reading.problem(names["form"], 'a request sends "json:" or "form:", not both. Take one out.')
    elif bodies and methods and methods[0].name not in CHANGING:
        reading.problem(
            names[bodies[0]],
            f'"{methods[0].name}" sends nothing. Put it into the address, or ask with "post".',
        )
    _check_head(names, methods, found, reading)


def _check_head(names: dict[str, TextNode], methods: list[Key[str]], found: Found, reading: Reading) -> None:
    expects = found[_EXPECT]
    wants_body = "remember" if _REMEMBER in found else "expect"
    if [key.name for key in methods] != ["head"]:
        return
    if _REMEMBER in found or (isinstance(expects, dict) and "json" in expects):
        reading.problem(names[wants_body], 'the answer to "head" has no content. Ask with "get".')
