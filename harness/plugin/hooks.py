"""A run with journeys in, walked journeys out: the hooks, each with one line to where its work is done."""

from collections.abc import Generator
from contextlib import ExitStack
from typing import Any

import pytest

from harness.browser.environment import bare_environment
from harness.plugin.allure_bridge import BRIDGE, AllureBridge
from harness.plugin.choosing import keep_chosen, keep_for_site, refuse_unknown
from harness.plugin.collecting import visit_of
from harness.plugin.committing import refuse_unknown_schedule
from harness.plugin.ctrl_c import CTRL_C, CtrlC
from harness.plugin.ending import Ending
from harness.plugin.faulty import faulty_file, keep_faulty, tell_once
from harness.plugin.notifying import refuse_unknown_channels
from harness.plugin.options import on_chosen_device, refuse_contradictions
from harness.plugin.run import RUN, Run
from harness.plugin.sharing import Sharing
from harness.plugin.short_failure import show_failure
from harness.plugin.unstarted import judge_unstarted
from harness.plugin.walking import forget, walk
from harness.record.private import to_oneself
from harness.words import speaking


def pytest_configure(config: pytest.Config) -> None:
    """Begin a run; nothing is written before it is known that there is anything to walk."""
    private = ExitStack()
    private.enter_context(to_oneself())
    config.add_cleanup(private.close)
    config.stash[RUN] = Run.of(config)
    config.stash[CTRL_C] = CtrlC()
    config.stash[CTRL_C].listen()
    config.add_cleanup(config.stash[CTRL_C].leave)
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Ending(config.stash[RUN], config), "mystery shopper's ending")
        config.pluginmanager.register(Sharing(config), "mystery shopper's sharing")


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> Generator[None, Any, Any]:
    """Let options choose among journeys, and not hide a file that cannot be walked."""
    before = tuple(items)
    outcome = yield
    keep_faulty(items, before, config, walks=visit_of)
    keep_chosen(items, before, config)
    config.stash[RUN].elsewhere = keep_for_site(items, config)
    return outcome


@pytest.hookimpl(trylast=True)
def pytest_collection_finish(session: pytest.Session) -> None:
    """Write down what is planned, once it is known that there is anything to walk."""
    refuse_unknown(session.config)
    visits = [on_chosen_device(visit, session.config) for visit in map(visit_of, session.items) if visit]
    faulty = tell_once(session.items)
    if (not visits and not faulty) or session.config.option.collectonly:
        return
    refuse_contradictions(session.config)
    run = session.config.stash[RUN]
    refuse_unknown_schedule(run.schedule, [visit.site for visit in visits])
    refuse_unknown_channels(session.config, [visit.site for visit in visits])
    run.faulty_files = [faulty_file(item) for item in faulty if not item.told_elsewhere]
    run.begin(visits)
    session.config.stash[BRIDGE] = AllureBridge(session.config)
    session.config.stash[BRIDGE].start()


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef[Any]) -> Generator[None, Any, Any]:
    """Let no secret of the environment reach Playwright's driver, nor the browsers that it starts."""
    if fixturedef.argname != "playwright":
        return (yield)
    with bare_environment():
        return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, Any, Any]:
    """Tell the Allure bridge which test is under way, and speak the language of the run's reports."""
    bridge = item.config.stash.get(BRIDGE, None)
    if bridge:
        bridge.walking(item)
    with speaking(item.config.stash[RUN].catalogue):
        return (yield)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Let nothing of an earlier attempt at the same test count for this one."""
    if visit_of(item):
        forget(item)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, Any, Any]:
    """Walk a visit and judge it."""
    return (yield from walk(pyfuncitem))


@pytest.hookimpl(wrapper=True, trylast=True)  # other plugins see the report without secrets
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, Any]:
    """Judge a visit that could not begin; show what a failed one means, at the line of the YAML."""
    judge_unstarted(item, call)
    report = yield
    show_failure(item, call, report)
    return report
