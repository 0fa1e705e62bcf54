"""A test's name in, the id that pytest reads back from its cache out: `--lf` compares the two."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pytest

    Base = pytest.Item
else:
    Base = object


class ReadableId(Base):
    """An item whose name may hold brackets, which pytest 9.2 takes apart when it reads an id.

    The id of an item made by `from_parent` keeps `Title[row-persona]` in one piece, the one from the cache
    does not, and the two would never be equal.
    """

    @property
    def id(self) -> Any:
        """Return the id, taken apart as pytest does it."""
        own = super().id
        return type(own).parse(str(own))
