"""Personas in, a problem for each sign-in no visit could use out: names nobody knows, parts that commit."""

from collections.abc import Mapping
from contextlib import suppress

from harness.language.known.commitments import COMMITTING
from harness.language.model import Persona, SigningIn
from harness.language.reading.reading import Reading, TooManyProblemsError
from harness.language.rules.hosts import check_hosts
from harness.language.rules.literals import check_literals
from harness.language.rules.scope import Scope
from harness.language.rules.surroundings import Surroundings, flat


def check_signing_in(personas: Mapping[str, Persona], reading: Reading, surroundings: Surroundings) -> None:
    """Report what is wrong with how personas sign in, on any of the sites."""
    with suppress(TooManyProblemsError):
        for persona in personas.values():
            if persona.signs_in:
                _check(persona, persona.signs_in, reading, surroundings)


def _check(persona: Persona, signs_in: SigningIn, reading: Reading, surroundings: Surroundings) -> None:
    sites = tuple(surroundings.sites.values())
    scope = Scope(reading, surroundings, sites, [persona], set(), given_by="")
    scope.walk((signs_in.use, signs_in.look))
    check_hosts((signs_in.look,), reading, sites)
    check_literals((signs_in.look,), reading, sites, [persona])
    for step, _ in flat((signs_in.use,), surroundings.parts):
        if step.commits in COMMITTING:
            message = (
                f'part "{signs_in.use.part}" commits to "{step.commits}", and signing in commits to nothing.'
                " Use a part that only signs in."
            )
            reading.problem(reading.find(signs_in.use.part, signs_in.use.place), message)
            return
