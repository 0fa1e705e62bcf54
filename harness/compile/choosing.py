"""Words such as a stage or an owner in, whether a planned visit is meant out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from shlex import quote

from harness.compile.visits import PlannedVisit
from harness.grammar.near import did_you_mean
from harness.language.known.severities import SEVERITIES
from harness.language.known.stages import STAGES

SAID_BY: Mapping[str, Callable[[PlannedVisit], tuple[str, ...]]] = {
    "stage": lambda visit: (visit.journey.stage,),
    "owner": lambda visit: (visit.journey.owner,),
    "severity": lambda visit: (visit.journey.severity,),
    "tag": lambda visit: visit.journey.tags,
    "persona": lambda visit: (visit.persona.id,),
}
"""What visits can be chosen by, and what a visit says of it. Each is an option: `--owner`."""

KNOWN: Mapping[str, Sequence[str]] = {"stage": STAGES, "severity": SEVERITIES}
"""Words that may be asked for though no journey says them."""


@dataclass(frozen=True)
class Choice:
    """What was asked for: any of the words of one kind, and of every kind that has words."""

    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, **words: Iterable[str]) -> "Choice":
        """Return a choice by kinds, such as `stage=["buy"]`; kinds without words do not count."""
        return cls({kind: tuple(asked) for kind, asked in words.items() if tuple(asked)})

    def __bool__(self) -> bool:
        return bool(self.words)

    def __str__(self) -> str:
        return " ".join(f"--{kind} {quote(word)}" for kind, asked in self.words.items() for word in asked)

    def arguments(self) -> list[str]:
        """Return it as pytest's options."""
        return [f"--{kind}={word}" for kind, asked in self.words.items() for word in asked]

    def fits(self, visit: PlannedVisit) -> bool:
        """Say whether a visit is meant."""
        return all(not set(asked).isdisjoint(SAID_BY[kind](visit)) for kind, asked in self.words.items())

    def unknown_word(self, visits: Iterable[PlannedVisit]) -> str | None:
        """Return what is wrong with a word that none of the visits says, with the nearest one; else None."""
        visits = tuple(visits)
        for kind, asked in self.words.items():
            known = KNOWN.get(kind) or sorted(
                {word for visit in visits for word in SAID_BY[kind](visit)} - {""}
            )
            for word in asked:
                if word not in known:
                    return f'no journey here has the {kind} "{word}". {did_you_mean(word, known)}'
        return None
