"""One tiny shop for all tests of the plugin, and projects that visit it."""

from collections.abc import Callable, Iterator, Mapping

import pytest

from .project import Project
from .tiny_shop import TinyShop, serving

MakeProject = Callable[..., Project]


@pytest.fixture(scope="session")
def tiny_shop() -> Iterator[TinyShop]:
    with serving(TinyShop()) as shop:
        yield shop


@pytest.fixture(scope="session")
def make_project(tiny_shop: TinyShop, tmp_path_factory: pytest.TempPathFactory) -> MakeProject:
    """Write a project with these files that visits the tiny shop."""

    def make(files: Mapping[str, str], **rest: str | int) -> Project:
        return Project.of(tmp_path_factory.mktemp("project"), tiny_shop.address, files, **rest)  # type: ignore[arg-type]

    return make
