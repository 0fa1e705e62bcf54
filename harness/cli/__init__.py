"""What was typed in, the command done and its exit code out: the command `harness`.

Exit codes: 0 all well, 1 broken for customers, 2 interrupted, 3 this machine is not fit, 4 journeys or
options to mend, 5 nothing was proven.
"""

import os
import sys
from collections.abc import Sequence

from typer.exceptions import TyperException
from typer.main import get_command

from harness.cli.commands import app, refuse_rest
from harness.cli.own_trouble import sentence_of
from harness.cli.terminal import tell_trouble
from harness.cli.trouble import ASKED, INTERRUPTED, MACHINE, TroubleError

TYPERS_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks.

    Args:
        arguments: What follows `harness`; what follows `--` in it goes to pytest.

    Returns:
        The exit code.
    """
    own, rest = _split(sys.argv[1:] if arguments is None else arguments)
    try:
        refuse_rest(own, rest)
        code = get_command(app).main(own or ["--help"], prog_name="harness", standalone_mode=False, obj=rest)
    except TroubleError as error:
        tell_trouble(str(error))
        return error.exit_code
    except TyperException as error:
        tell_trouble(_usage(error))
        return ASKED
    except KeyboardInterrupt:
        code = TYPERS_INTERRUPTED
    except BrokenPipeError:  # the reader of our output has gone: `harness check | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 -- whatever it is, the user gets a sentence
        tell_trouble(sentence_of(error))
        return MACHINE
    if code == TYPERS_INTERRUPTED:
        tell_trouble("interrupted.")
        return INTERRUPTED
    return code or 0


def _split(typed: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    if "--" not in typed:
        return typed, ()
    at = typed.index("--")
    return typed[:at], typed[at + 1 :]


def _usage(error: TyperException) -> str:
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "harness"
    said = error.format_message().strip().rstrip(".")
    return f'{command}: {said[:1].lower()}{said[1:]}. Type "{command} --help" to see what it takes.'
