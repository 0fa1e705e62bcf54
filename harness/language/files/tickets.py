"""What stands below `tickets:` of the site file in, where findings become tickets out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from harness.grammar.template import TemplateError, names_in
from harness.language.files.notify import ONLY, PASSWORD, USER, published_problem
from harness.language.known.channels import TICKET_FORMS
from harness.language.notify import Tickets
from harness.language.reading.nodes import MappingNode, Node
from harness.language.reading.reading import Reading
from harness.language.shapes.collections import MappingOf
from harness.language.shapes.names import Name
from harness.language.shapes.plain import OneOf, Pattern
from harness.language.shapes.rows import FixedText
from harness.language.shapes.table import Found, Key, Table
from harness.language.shapes.with_secrets import SecretText, receiver_problem
from harness.values.json_paths import PATH

TICKET = "ticket"
_ASKED = f"${{{TICKET}}}"


def path_problem(text: str) -> str | None:
    """Return what is wrong with a path at the ticket system, or None."""
    is_path = re.fullmatch(r"/[^\s?#\\]*", text) and not text.startswith("//")
    return None if is_path else f'"{text}" is no path. Begin with one "/", such as /api/tickets'


def page_problem(text: str) -> str | None:
    """Return what is wrong with the address at which tickets are looked at, or None."""
    filled = text.replace(_ASKED, "1")
    is_page = "${" not in filled and not published_problem(filled)
    remedy = f"Write it like https://tickets.example/browse/{_ASKED}"
    return None if is_page else f'"{text}" is no address of a ticket. {remedy}'


_FORM = Key("form", OneOf(TICKET_FORMS, "form of tickets"), "How what is sent looks.", "plain")
_ADDRESS = Key(
    "address",
    SecretText("an address", receiver_problem),
    "Where the ticket system is.",
    "",
    required=True,
)
_CREATE = Key(
    "create", SecretText("a path", path_problem), "The path that takes a new ticket.", "", required=True
)
_COMMENT = Key(
    "comment", SecretText("a path", path_problem, TICKET), "The path that takes a comment on `${ticket}`.", ""
)
_REOPEN = Key(
    "reopen", SecretText("a path", path_problem, TICKET), "The path that opens `${ticket}` again.", ""
)
_ANSWER = Key(
    "answer",
    Pattern(PATH, "a path of JSON", "Write it like: issue.key"),
    "Where the answer to `create` says what the ticket is called.",
    "id",
)
_PAGE = Key(
    "page",
    SecretText("an address", page_problem, TICKET),
    "The address at which people look at `${ticket}`.",
    "",
)
_FIELDS: Key[Mapping[str, str]] = Key(
    "fields",
    MappingOf(Name(), FixedText(), "fields: {project: SHOP}"),
    "What the templates know by these names, such as the project.",
    {},
)
TICKETS_KEYS: tuple[Key[Any], ...] = (
    *(_FORM, _ADDRESS, _CREATE, _COMMENT, _REOPEN, _ANSWER, _PAGE, USER, PASSWORD, _FIELDS, ONLY),
)
NEEDED_BY_JIRA = ("project", "type")


def _tickets(found: Found) -> Tickets:
    return Tickets(
        address=found[_ADDRESS].rstrip("/"),
        create=found[_CREATE],
        form=found[_FORM],
        comment=found[_COMMENT],
        reopen=found[_REOPEN],
        answer=found[_ANSWER],
        page=found[_PAGE],
        user=found[USER],
        password=found[PASSWORD],
        fields=found[_FIELDS],
        only=found[ONLY],
    )


_TICKETS: Table[Tickets] = Table("tickets", TICKETS_KEYS, _tickets)


@dataclass(frozen=True)
class TicketSystem:
    """Where tickets are made, with what its form needs."""

    table: Table[Tickets] = _TICKETS

    def read(self, node: Node, reading: Reading) -> Tickets:
        """Return what is said of it."""
        tickets = self.table.read(node, reading)
        if isinstance(node, MappingNode):
            _check(node, tickets, reading)
        return tickets


def _check(node: MappingNode, tickets: Tickets, reading: Reading) -> None:
    at = {name.text: value for name, value in node.pairs}
    for key, path in ((_COMMENT, tickets.comment), (_REOPEN, tickets.reopen), (_PAGE, tickets.page)):
        if path and key.name in at and not _asks_for_ticket(path):
            message = f'"{key.name}:" does not say which ticket. Put ${{{TICKET}}} into its path.'
            reading.problem(at[key.name], message)
    missing = [name for name in NEEDED_BY_JIRA if name not in tickets.fields]
    missing += ["transition"] if tickets.reopen and "transition" not in tickets.fields else []
    if tickets.form == "jira" and missing:
        message = f'"form: jira" needs {", ".join(missing)} below "fields:".'
        reading.problem(node, f'{message} Write: fields: {{project: SHOP, type: Bug, transition: "11"}}')


def _asks_for_ticket(path: str) -> bool:
    try:
        return any(name == TICKET for name, _ in names_in(path))
    except TemplateError:  # told when it was read
        return True


TICKETS: Key[Tickets | None] = Key(
    "tickets", TicketSystem(), "Where findings become tickets, by webhook.", None
)
