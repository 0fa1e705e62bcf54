"""The verbs a file may use: those of the language and the team's own, or why the latter are not known."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from harness.language.model import Problem
from harness.verbs import VERBS, Verb


@dataclass(frozen=True)
class Vocabulary:
    """The verbs of a journeys folder.

    Args:
        verbs: By their names.
        problems: What is wrong in the files of the team's own verbs: with any, there may be verbs besides.
    """

    verbs: Mapping[str, Verb] = field(default_factory=lambda: VERBS)
    problems: tuple[Problem, ...] = ()
