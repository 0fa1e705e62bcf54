"""The shape of an address to open: a path of the site, or a whole address."""

import re
from dataclasses import dataclass

from harness.grammar.template import TemplateError, names_in
from harness.language.reading.nodes import Node
from harness.language.reading.reading import Reading
from harness.language.shapes.names import Words

ADDRESS = re.compile(r"(/(?!/)|[Hh][Tt][Tt][Pp][Ss]?://|\$\{)\S*")


@dataclass(frozen=True)
class Address:
    """An address to open. It ends up in reports, so it may hold no secret.

    Args:
        of_secrets: Where a secret belongs instead.
    """

    of_secrets: str = "Type it into a field."

    def read(self, node: Node, reading: Reading) -> str:
        """Return the address as it was written."""
        before = len(reading.problems)
        text = Words("an address", may_be_empty=False).read(node, reading)
        try:
            names = names_in(text)
        except TemplateError:  # told as a text's
            return text
        if len(reading.problems) > before:
            return text
        if not ADDRESS.fullmatch(text):
            reading.problem(
                node, f'"{text}" is not an address. Begin with "/" for a page of the site, such as: /basket'
            )
        for name, offset in names:
            if name.startswith(("secret.", "totp.")):
                reading.problem(
                    node,
                    f'"${{{name}}}" cannot stand in an address, which reports show. {self.of_secrets}',
                    offset,
                )
        return text
