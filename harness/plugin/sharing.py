"""pytest-xdist's controller in, workers that belong to one run out."""

from pathlib import Path
from typing import Any

import pytest

from harness.demo.process import DemoShopError
from harness.language.folder import find_root
from harness.language.surroundings import surroundings_of
from harness.plugin.fixtures import NO_BROWSER, proven_browser
from harness.plugin.run import EMBEDDED, RUN, WORKER_KEY


class Sharing:
    """Gives each worker the run's folder and the address of the one embedded shop."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._ready = False

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:
        """Prepare a worker before it starts."""
        if not self._ready:
            self._prepare()
            self._ready = True
        node.workerinput[WORKER_KEY] = self._config.stash[RUN].for_workers()

    def _prepare(self) -> None:
        run = self._config.stash[RUN]
        roots = {find_root(self._path(argument)) for argument in self._config.args} - {None}
        if roots:  # one worker finds and tries the browser, the others find it tried
            wanted = self._config.getoption("--browser") or ["chromium"]
            proven_browser(self._config, wanted[0])
        for site in (surroundings_of(root).site for root in roots if root):
            if site and site.address == EMBEDDED:
                try:
                    run.address_of(site)
                except DemoShopError as error:
                    pytest.exit(str(error), returncode=NO_BROWSER)

    def _path(self, argument: str) -> Path:
        return self._config.invocation_params.dir / argument.partition("::")[0]
