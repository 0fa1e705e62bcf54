"""The name of a secret or variable in, its value out: from the environment, `.env`, or a vault's command."""

import shlex
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field

COMMAND_S = 30
"""A vault that wants a human at the keyboard never answers a nightly run."""


class CommandFailedError(Exception):
    """The command that fetches secrets gave none; the message says how it ended, never what it said."""


@dataclass(frozen=True)
class Provided:
    """What the operator provides, by name.

    Args:
        environ: The environment; it wins.
        dot_env: What `.env` beside the journeys folder holds.
        secret_command: Fetches a secret that neither holds; `{name}` stands for its name.
    """

    environ: Mapping[str, str] = field(default_factory=dict)
    dot_env: Mapping[str, str] = field(default_factory=dict)
    secret_command: str = ""
    _fetched: dict[str, str] = field(default_factory=dict)

    def variable(self, name: str) -> str | None:
        """Return a variable, None where nobody has set it."""
        return self.environ.get(name) or self.dot_env.get(name)

    def secret(self, name: str) -> str | None:
        """Return a secret, None where nobody provides it; the command is asked once for each.

        Raises:
            CommandFailedError: The command did not give it.
        """
        found = self.variable(name)
        if found or not self.secret_command:
            return found
        if name not in self._fetched:
            self._fetched[name] = _fetch(self.secret_command, name)
        return self._fetched[name]


def _fetch(command: str, name: str) -> str:
    """Run the command, without a shell: nothing in a name can become a command of its own."""
    words = [word.replace("{name}", name) for word in shlex.split(command)]
    try:
        done = subprocess.run(
            words, capture_output=True, text=True, timeout=COMMAND_S, check=False, stdin=subprocess.DEVNULL
        )
    except subprocess.TimeoutExpired:
        raise CommandFailedError(f'"{words[0]}" did not answer within {COMMAND_S} s') from None
    except OSError as error:
        raise CommandFailedError(f'"{words[0]}" cannot be started: {error.strerror}') from error
    if done.returncode:
        raise CommandFailedError(f'"{words[0]}" ended with {done.returncode}')
    secret = done.stdout.removesuffix("\n").removesuffix("\r")
    if not secret:
        raise CommandFailedError(f'"{words[0]}" printed nothing')
    return secret
