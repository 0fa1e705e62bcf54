"""A journey and the sites in, a problem for each it names that is not there or is named twice."""

from harness.grammar.near import did_you_mean
from harness.language.model import Journey
from harness.language.reading.reading import Reading
from harness.language.rules.personas import are_several, comma_is_missing
from harness.language.rules.surroundings import Surroundings


def check_sites(journey: Journey, reading: Reading, surroundings: Surroundings) -> None:
    """Report sites that are not in the site file, and those named twice."""
    known = [name for name in surroundings.sites if name]
    heading = reading.find("sites:", journey.place)
    for number, name in enumerate(journey.sites if surroundings.sites else ()):
        at = reading.find(name, heading)
        if not known:
            reading.problem(heading, 'site.yaml has one site, without a name. Take "sites:" out.')
        elif are_several(name, known):
            reading.problem(at, comma_is_missing(name))
        elif name not in known:
            reading.problem(at, f'unknown site "{name}". {did_you_mean(name, known)}')
        elif name in journey.sites[:number]:
            reading.problem(at, f'site "{name}" is named twice. Name it once.')
