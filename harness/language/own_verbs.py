"""A journeys folder in, the verbs its journeys may use out: those of the language, and the team's own.

A team's own verbs are Python: functions with `@verb` in `verbs.py` beside `site.yaml`, or in a `conftest.py`
beside it or in the folder above. An ordinary `conftest.py`, without such a function, is left to pytest.
"""

import ast
import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import ModuleType

from harness.grammar.near import did_you_mean
from harness.language.folder import CONFTEST_FILE, VERBS_FILE
from harness.language.known.commitments import COMMITTING
from harness.language.model import Place, Problem
from harness.language.python_file import FaultyPythonError, import_file, shown_from
from harness.language.reading.reading import snippet
from harness.language.reading.source import Source
from harness.language.vocabulary import Vocabulary
from harness.verbs import VERBS, Verb

TAKEN = frozenset(
    {"afterwards", "at_the_door", "close", "leave", "page", "part", "scrubber", "step", "take_over", "visit"}
)
"""What a compiled journey says to the shopper besides verbs: `with shopper.step(...)`."""
_DEFINES_VERBS = re.compile(rb"^@(?:\w+\.)*verb\(", re.MULTILINE)


def own_verbs_files(root: Path) -> tuple[Path, ...]:
    """Return the files that may hold a team's own verbs, as far as they are there."""
    places = (root / VERBS_FILE, root / CONFTEST_FILE, root.parent / CONFTEST_FILE)
    return tuple(path for path in places if path.is_file())


def load_vocabulary(root: Path) -> Vocabulary:
    """Return the verbs of a journeys folder; what is wrong with its own ones is in `problems`."""
    collecting = _Collecting(root.parent)
    for path in own_verbs_files(root):
        collecting.take(path)
    return Vocabulary({**VERBS, **collecting.verbs}, tuple(collecting.problems))


@dataclass
class _Collecting:
    base: Path
    verbs: dict[str, Verb] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def take(self, path: Path) -> None:
        """Add the verbs of a file."""
        try:
            text = path.read_bytes()
            if path.name == CONFTEST_FILE and not _DEFINES_VERBS.search(text):
                return
            module = import_file(path, text)
        except OSError as error:
            self._problem(path, 1, 1, f"it cannot be read ({error.strerror}). See that it can.")
        except FaultyPythonError as fault:
            self._problem(path, fault.line, fault.column, str(fault))
        else:
            for name, line in _defined_twice(text):
                self._problem(
                    path, line, 1, f'"{name}" is defined a second time here. Name one of them otherwise.'
                )
            for verb in _verbs_in(module):
                self._add(path, verb)

    def _add(self, path: Path, verb: Verb) -> None:
        code = inspect.unwrap(verb.run).__code__
        file = Path(code.co_filename)
        line = code.co_firstlineno if file == path else 1  # else it came by an import
        message = self._fault_of(verb)
        if message:
            self._problem(path, line, 1, message)
            return
        self.verbs[verb.name] = replace(verb, home=shown_from(self.base, file))
        self.places[verb.name] = Place(shown_from(self.base, path), line)

    def _fault_of(self, verb: Verb) -> str | None:
        if verb.name in VERBS:
            return f'"{verb.name}" is a verb of the language already. Name the function otherwise.'
        if verb.call in TAKEN:
            return f'"{verb.name}" means something else to the shopper. Name the function otherwise.'
        if verb.name in self.verbs:
            first = self.places[verb.name]
            return f'verb "{verb.name}" is in {first.file}:{first.line} already. Name one of them otherwise.'
        if verb.commits is not None and verb.commits not in COMMITTING:
            return f'verb "{verb.name}" commits to "{verb.commits}". {did_you_mean(verb.commits, COMMITTING)}'
        return None

    def _problem(self, path: Path, line: int, column: int, message: str) -> None:
        source = Source(shown_from(self.base, path), path.read_text(encoding="utf-8", errors="replace"))
        place = Place(source.file, line, column)
        self.problems.append(Problem(place, message, snippet(source, place)))


def _verbs_in(module: ModuleType) -> Iterator[Verb]:
    """Yield the verbs a module has, whether it defines or imports them; each once, and no built-in one."""
    found = [each for each in vars(module).values() if isinstance(each, Verb)]
    known = {id(verb.run) for verb in VERBS.values()}
    for verb in found:
        if id(verb.run) not in known:
            known.add(id(verb.run))
            yield verb


def _defined_twice(text: bytes) -> Iterator[tuple[str, int]]:
    """Yield the verbs that a later one of the same name would silently replace, with the later one's line."""
    seen: set[str] = set()
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef) and node.decorator_list:
            if node.name in seen:
                yield node.name, node.decorator_list[0].lineno
            seen.add(node.name)
