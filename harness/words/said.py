"""A module of entries in, the same for a template out: what is read of it is said at that moment."""

from types import ModuleType

from harness.words.speaking import phrase


class Said:
    """The fixed words of a module, in the language that is spoken when a template reads them.

    Args:
        module: Its constants are entries, or tables of entries; whatever else it has stays as it is.
    """

    def __init__(self, module: ModuleType) -> None:
        self._module = module

    def __getattr__(self, name: str) -> object:
        """Say a constant."""
        return _said(getattr(self._module, name))


def _said(constant: object) -> object:
    if isinstance(constant, str):
        return phrase(constant)
    if isinstance(constant, dict):
        return {key: _said(value) for key, value in constant.items()}
    return constant
