"""Any bytes in; they are a journey that checks something, or have problems that are told; never neither."""

import ast
import shutil
from pathlib import Path

from harness.compile.source import compile_journey
from harness.explain.explaining import explain
from harness.language.model import Journey, Problem
from harness.language.project import load_journey, load_surroundings
from tests.language.cases import SURROUNDINGS


class Promise:
    """What the language promises for any file; kept in one folder, so that thousands are tried a second."""

    def __init__(self, folder: Path) -> None:
        root = folder / "journeys"
        shutil.copytree(SURROUNDINGS, root)
        (root / "buy").mkdir(exist_ok=True)
        self._path = root / "buy" / "journey.yaml"
        self._surroundings = load_surroundings(root)

    def check(self, content: bytes) -> bool:
        """Try one file; return whether it is a journey.

        Raises:
            AssertionError: The promise is broken.
        """
        self._path.write_bytes(content)
        loaded = load_journey(self._path, self._surroundings)
        if isinstance(loaded, Journey):
            self._check_journey(loaded)
            return True
        assert loaded, "neither a journey nor a problem"
        for problem in loaded:
            _check_problem(problem)
        return False

    def _check_journey(self, journey: Journey) -> None:
        compiled = compile_journey(journey, self._surroundings.parts)
        tree = ast.parse(compiled.source)
        calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
        assert any(isinstance(call, ast.Attribute) and call.attr == "see" for call in calls), (
            "a journey that checks nothing"
        )
        compiled.runnable(self._path.parents[2])
        assert self._surroundings.site
        assert explain(journey, self._surroundings, self._surroundings.site).steps


def _check_problem(problem: Problem) -> None:
    assert problem.place.line >= 1, problem
    assert problem.place.column >= 1, problem
    assert problem.message, problem
    assert "\n" not in problem.message, problem
