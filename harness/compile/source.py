"""A journey in, the source of its test out; and that source made runnable with the YAML's own lines."""

import ast
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from harness.compile.statements import Function, Statement, functions_of, literal
from harness.language.model import Journey, Part, Place

WIDTH = 100


@dataclass(frozen=True)
class CompiledJourney:
    """The test's source as a person reads it, and its functions with where each line comes from."""

    source: str
    functions: tuple[Function, ...]

    def runnable(self, base: Path) -> Callable[..., None]:
        """Make the test a function whose tracebacks show the lines of the YAML.

        Args:
            base: The folder above the journeys, which the places are relative to.
        """
        return _function(self, base)


def compile_journey(journey: Journey, parts: Mapping[str, Part]) -> CompiledJourney:
    """Compile a journey that has no problems, with the parts it may use."""
    functions = functions_of(journey, parts)
    source = _template().render(journey=journey, functions=functions)
    return CompiledJourney(source, functions)


@cache
def _template() -> Template:
    environment = Environment(  # noqa: S701 -- Python source, not HTML
        loader=PackageLoader("harness.compile", "."),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"lines": _lines, "prose": _prose, "literal": literal}
    return environment.get_template("test.py.jinja")


def _prose(text: str) -> str:
    """Make text safe inside a docstring, and a sentence."""
    words = " ".join(text.split())
    sentence = words if words.endswith((".", "!", "?")) else f"{words}."
    return sentence.replace("\\", "\\\\").replace('"""', r"\"\"\"")


def _lines(statements: Sequence[Statement], indent: int = 4) -> str:
    """Lay out statements, with an empty line before each step but the first."""
    blocks = ["\n".join(_statement_lines(statement, indent)) for statement in statements]
    return "\n\n".join(blocks)


def _statement_lines(statement: Statement, indent: int) -> list[str]:
    margin = " " * indent
    opening, closing = (f"{statement.opening} ", ":") if statement.body else ("", "")
    one_line = f"{margin}{opening}{statement.call}({', '.join(statement.arguments)}){closing}"
    if len(one_line) <= WIDTH or not statement.arguments:
        lines = [one_line]
    else:
        arguments = [f"{margin}    {argument}," for argument in statement.arguments]
        lines = [f"{margin}{opening}{statement.call}(", *arguments, f"{margin}){closing}"]
    for inner in statement.body:
        lines += _statement_lines(inner, indent + 4)
    return lines


def _function(compiled: CompiledJourney, base: Path) -> Callable[..., None]:
    tree = ast.parse(compiled.source)
    namespace: dict[str, Any] = {}
    imports: list[ast.stmt] = [node for node in tree.body if isinstance(node, ast.ImportFrom | ast.Import)]
    exec(compile(ast.Module(imports, []), "<journey>", "exec"), namespace)  # noqa: S102 -- our own source
    definitions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    for definition, function in zip(definitions, compiled.functions, strict=True):
        exec(_code(definition, function, base), namespace)  # noqa: S102 -- our own source
    made: Callable[..., None] = namespace[compiled.functions[-1].name]
    return made


def _code(definition: ast.FunctionDef, function: Function, base: Path) -> CodeType:
    definition.decorator_list = []
    _move(definition, function.place)
    _, *body = definition.body  # the docstring comes from no statement
    _move_all(body, function.statements)
    return compile(ast.Module([definition], []), str(base / function.place.file), "exec")


def _move_all(nodes: Sequence[ast.stmt], statements: Sequence[Statement]) -> None:
    for node, statement in zip(nodes, statements, strict=True):
        _move(node, statement.place)
        if isinstance(node, ast.With | ast.If | ast.For):
            _move_all(node.body, statement.body)


def _move(node: ast.AST, place: Place) -> None:
    column = place.column - 1
    for inner in ast.walk(node):
        if hasattr(inner, "lineno"):
            vars(inner).update(
                lineno=place.line, end_lineno=place.line, col_offset=column, end_col_offset=column
            )
