"""The table of commands; each is a module of its own, which is imported when it is asked for."""

from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from keyword import iskeyword
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from harness import __version__
from harness.cli.trouble import AskedError

COMMANDS = {
    "demo": "Walk the embedded shop as a mystery shopper and show the reports",
    "run": "Walk journeys and report what customers cannot do",
    "init": "Set up a folder of journeys for a shop of your own",
    "new": "Write a first draft of a journey",
    "record": "Click through a shop, and get a journey that does the same",
    "try": "Walk one journey while you write it, and stop where it fails",
    "targets": "List what can be named on a page",
    "check": "Find every mistake in journey files, without a browser",
    "preflight": "Look whether a first run may begin, and write to the shop's operations team",
    "explain": "Tell in plain words what a journey does",
    "list": "List the journeys, and who owns them",
    "verbs": "List the verbs that journeys may use, and your own",
    "schema": "Print what an editor needs to complete and check journeys",
    "reference": "Print every word of the journey language, as Markdown",
    "replay": "Walk one visit of an earlier run again",
    "ledger": "List what was committed to at live sites, and settle what was left there",
    "history": "List the runs that are kept; make room, export them, or build the history anew",
    "finding": "List what is open, and say who acts on it and how far that is",
    "report": "Make the reports of a run again, without a browser",
    "notify": "Tell by e-mail, Slack, Teams or webhook what a run found that is new, back or fixed",
    "compile": "Print the Python test that a journey becomes",
    "selftest": "Prove that the shopper still finds what is broken",
    "mutate": "Tell how much of what customers see your journeys really check",
    "setup": "Get a browser and prove that it works",
    "doctor": "Tell whether this machine is fit to walk journeys",
}
WALKING = ("demo", "run", "replay", "selftest", "mutate")
"""What follows `--` goes to pytest, which only these use."""


class Commands(TyperGroup):
    """Offers the commands of the table without importing them."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 -- typer's signature
        """Return the names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 -- typer's signature
        """Import a command."""
        if cmd_name not in COMMANDS:
            raise AskedError(_unknown(cmd_name))
        own = typer.Typer(
            add_completion=False,
            rich_markup_mode=None,
            context_settings={"help_option_names": ["-h", "--help"]},
        )
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        module = import_module(f"harness.cli.{name}")
        if hasattr(module, "commands"):  # it has commands of its own below it
            return typer.main.get_command(module.commands)
        own.command(cmd_name, short_help=COMMANDS[cmd_name])(getattr(module, name))
        return typer.main.get_command(own)


def _unknown(name: str) -> str:
    near = get_close_matches(name, COMMANDS, n=1)
    hint = f'Did you mean "{near[0]}"? ' if near else ""
    return f'harness: no such command "{name}". {hint}Type "harness --help" to see all.'


app = typer.Typer(
    cls=Commands,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
)


def _version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"harness {__version__}")
        raise typer.Exit


@app.callback()
def harness(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=lambda wanted: _version(wanted=wanted),
            is_eager=True,
            help="Print the version.",
        ),
    ] = False,
) -> None:
    """Walk what your customers try to do, and say in plain words what they cannot do.

    New here? Type harness demo: it walks a shop of its own and shows you both reports.
    """


def refuse_rest(own: Sequence[str], rest: Sequence[str]) -> None:
    """Make sure that what follows `--` has a reader.

    Raises:
        AskedError: The command does not use pytest.
    """
    command = next((word for word in own if not word.startswith("-")), "")
    if rest and command not in WALKING:
        raise AskedError(
            f'"--" hands options to pytest, which "harness {command}" does not use. Leave it out.'
        )
