"""pytest-xdist's controller in, workers that belong to one run out."""

import os
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest

from harness.language.folder import SITE_FILE, find_root
from harness.language.rules.surroundings import UnknownSiteError
from harness.language.surroundings import surroundings_of
from harness.plugin.fixtures import proven_browser
from harness.plugin.options import refuse_contradictions, site_asked
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
        run, asked = self._config.stash[RUN], site_asked(self._config)
        roots = sorted({root for argument in self._config.args for root in self._roots(argument)})
        if not roots or self._config.option.collectonly:
            return
        refuse_contradictions(self._config)  # a worker that refused them would end in an internal error
        try:
            sites = [surroundings_of(root).site_called(asked) for root in roots]
        except UnknownSiteError as error:  # here once, in place of a warning from each worker
            raise pytest.UsageError(str(error)) from error
        run.claim()
        wanted = self._config.getoption("--browser") or ["chromium"]
        proven_browser(self._config, wanted[0])  # here once; the workers find it proven
        for site in sites:
            if site and site.address == EMBEDDED:
                run.reachable_address(site)

    def _roots(self, argument: str) -> Iterator[Path]:
        """Yield the journeys folders that an argument of pytest's leads to, above it or below it."""
        path = self._config.invocation_params.dir / argument.partition("::")[0]
        above = find_root(path)
        if above:
            yield above
            return
        pruned = self._config.getini("norecursedirs")
        for folder, subfolders, files in os.walk(path):
            if SITE_FILE in files:
                yield Path(folder)
            subfolders[:] = [
                name for name in subfolders if not any(fnmatch(name, pattern) for pattern in pruned)
            ]
