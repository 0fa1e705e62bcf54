"""A name of `${...}` in, its value in this visit out."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from harness.compile.visits import PlannedVisit
from harness.grammar.template import put_in
from harness.language.known.machine_names import secret_problem
from harness.shopper.one_time_codes import one_time_code
from harness.shopper.providing import CommandFailedError, Provided
from harness.shopper.secrets import Scrubber
from harness.shopper.trouble.stopping import Obstacle


class Values:
    """Everything a journey's texts may name, with the narrowest meaning first.

    A part sees only what it was given; what it `gives` is handed back when it ends.
    """

    def __init__(self, visit: PlannedVisit, *, provided: Provided, marker: str, scrubber: Scrubber) -> None:
        persona = visit.persona
        self._provided = provided
        self._env_names, self._listed_secrets = frozenset(visit.site.env), visit.site.secrets
        self._scrubber = scrubber
        self._prefixed: dict[str, Mapping[str, str]] = {
            "persona": {"id": persona.id, "who": persona.who, **persona.values},
            "shopper": visit.site.shopper,
            "site": visit.site.data,
            "visit": {"marker": marker, **_own_address(visit.site.shopper.get("email", ""), marker)},
        }
        self._scopes: list[dict[str, str]] = [{**visit.journey.data, **visit.row}]

    def fill_in(self, text: str) -> str:
        """Return `text` with its names replaced by their values."""
        return put_in(text, self.value_of)

    def value_of(self, name: str) -> str:
        """Return the value of a name.

        Raises:
            Obstacle: Nothing has that name here, or the operator has not provided it.
        """
        prefix, dot, rest = name.partition(".")
        if prefix == "secret" and dot:
            return self._secret(rest)
        if prefix == "totp" and dot:
            return self._one_time_code(rest)
        if prefix == "env" and dot:
            return self._from_environment(rest)
        known = self._prefixed.get(prefix, {}) if dot else self._scopes[-1]
        wanted = rest if dot else name
        if wanted not in known:
            raise Obstacle("journey fault", f'the journey uses "${{{name}}}", which has no value here.')
        return known[wanted]

    def take_over(self, visit: PlannedVisit) -> None:
        """Go on with the values of a journey that was mended; what was remembered stays."""
        self._scopes[0].update({**visit.journey.data, **visit.row})

    def remember(self, name: str, value: str) -> None:
        """Keep a value that was read from a page."""
        self._scopes[-1][name] = value

    @contextmanager
    def part(self, given: Mapping[str, str], gives: tuple[str, ...]) -> Iterator[None]:
        """See only what a part was given while it runs, then take over what it gives."""
        inner = {name: self.fill_in(text) for name, text in given.items()}
        self._scopes.append(inner)
        try:
            yield
        finally:
            self._scopes.pop()
            self._scopes[-1].update({name: inner[name] for name in gives if name in inner})

    def _secret(self, name: str, prefix: str = "secret") -> str:
        problem = secret_problem(name, self._listed_secrets)
        if problem:
            raise Obstacle("journey fault", f'"${{{prefix}.{name}}}": {problem}')
        secret = self._needed(name, f"${{{prefix}.{name}}}", self._provided.secret)
        self._scrubber.learn(secret)
        return secret

    def _one_time_code(self, name: str) -> str:
        key = self._secret(name, "totp")
        try:
            code = one_time_code(key)
        except ValueError as error:
            message = (
                f'the journey needs "${{totp.{name}}}", and {name} is no key for one-time codes. Take the key'
                ' that is shown when the code app is set up ("cannot scan the picture?").'
            )
            raise Obstacle("missing value", message) from error
        self._scrubber.learn(code)
        return code

    def _from_environment(self, name: str) -> str:
        if name not in self._env_names:
            raise Obstacle("journey fault", f'"${{env.{name}}}" is not listed under "env:" in site.yaml.')
        return self._needed(name, f"${{env.{name}}}", self._provided.variable)

    def _needed(self, name: str, shown: str, provided: "Callable[[str], str | None]") -> str:
        try:
            value = provided(name)
        except CommandFailedError as error:
            message = f'the journey needs "{shown}", and {error}. HARNESS_SECRET_COMMAND says what to run.'
            raise Obstacle("missing value", message) from error
        if not value:
            raise Obstacle(
                "missing value",
                f'the journey needs "{shown}", and the environment variable {name} is not set.'
                f" Set it for this run: export {name}=... Or write it into .env beside the journeys.",
            )
        return value


def _own_address(email: str, marker: str) -> Mapping[str, str]:
    """Return the address of this visit alone: its mail arrives where that of the shopper does (RFC 5233)."""
    name, at, host = email.rpartition("@")
    return {"email": f"{name}+{marker}@{host}"} if at else {}
