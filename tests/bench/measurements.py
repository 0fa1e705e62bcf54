"""A moment in, figures out: what is measured, each group in one function and one line of the table below."""

import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from harness.browser.found import BrowserFound
from harness.compile.source import compile_journey
from harness.demo.process import DemoShop
from harness.record.folder import RunFolder
from harness.reports.making import make_reports
from tests.walking import planned

from .allure import of_many_visits
from .figures import Cost, Costs, Figure, Spread, cpu, interleave, ratio, timed, wall
from .first_page import FirstPage, page_and_when_it_was_asked_for
from .kept_runs import VISITS_A_RUN, history_with, next_run, only_write
from .night import night
from .pages import pages
from .processes import peak_mb, run
from .projects import TEN_STEPS, first_page, many_journeys, ten_steps, without_journeys
from .walks import walking
from .without_rules import WithoutRules

NOT_OURS = tuple(
    f"-pno:{plugin}" for plugin in ("cacheprovider", "hypothesispytest", "pytest_cov", "timeout", "xdist")
)
"""Plugins that developers of this project have and its users need not."""

PYTEST = (sys.executable, "-m", "pytest", *NOT_OURS)
HARNESS = (sys.executable, "-m", "harness")
PLAIN = ("-p", "no:harness.plugin", "-p", "no:allure_pytest")
"""What a project with pytest-playwright alone would not have."""

_PICTURES = ("lean", "pictures")
_EVIDENCE = tuple(f"--evidence={word}" for word in _PICTURES)

SIZES = (250, 500, 1000)


@dataclass(frozen=True)
class Setting:
    """What all measurements share.

    Args:
        browser: The browser, proven to work.
        folder: A folder of their own.
        is_quick: Two rounds only, to see that everything works; the figures mean little.
    """

    browser: BrowserFound
    folder: Path
    is_quick: bool = False

    @property
    def in_a_row(self) -> int:
        """Return how many journeys are walked one after the other."""
        return 2 if self.is_quick else 10

    def rounds(self, number: int) -> int:
        """Return how often to measure."""
        return 2 if self.is_quick else number


def ten_step_journey(setting: Setting) -> Iterator[Figure]:
    """Compare a journey of ten steps with the same by hand, in one browser: once, and ten in a row."""
    with DemoShop.start() as shop, walking(setting.browser, shop, setting.folder) as walks:
        for times, rounds in ((1, 12), (setting.in_a_row, 2)):
            for named, evidence, at_most in (("lean", ("lean",), 1.05), ("pictures", _PICTURES, 1.15)):
                costs = interleave(
                    {
                        "ours": partial(walks.by_the_harness, *evidence, times=times),
                        "same": partial(
                            walks.by_hand_with_evidence, pictures=named == "pictures", times=times
                        ),
                        "bare": partial(walks.by_hand, pictures=named == "pictures", times=times),
                    },
                    rounds=setting.rounds(rounds),
                    warm_ups=2 if times == 1 else 0,
                )
                yield from _against_hand(f"{times} x ten steps, {named}", costs, at_most)


def _against_hand(named: str, costs: Costs, at_most: float) -> Iterator[Figure]:
    ours, same, bare = costs["ours"], costs["same"], costs["bare"]
    yield Figure(f"{named}: the harness, wall", "s", Spread.of(wall(ours)))
    yield Figure("  by hand, with the same evidence: wall", "x", ratio(wall(ours), wall(same)), at_most)
    yield Figure("    CPU (Python, driver, browser)", "x", ratio(cpu(ours), cpu(same)), at_most)
    yield Figure("  by hand, nothing noted: wall", "x", ratio(wall(ours), wall(bare)))
    yield Figure("    CPU", "x", ratio(cpu(ours), cpu(bare)))


def host_rules(setting: Setting) -> Iterator[Figure]:
    """Compare the ten steps with and without host rules, identification and ledger."""
    with DemoShop.start() as shop, walking(setting.browser, shop, setting.folder) as walks:
        free = replace(walks, keeper=WithoutRules(walks.keeper.found, walks.keeper.launch), is_safe=False)
        costs = interleave(
            {"with": walks.by_the_harness, "without": free.by_the_harness},
            rounds=setting.rounds(20),
            warm_ups=2,
        )
        free.keeper.close()
    yield Figure("ten steps with host rules, cookie and ledger, wall", "s", Spread.of(wall(costs["with"])))
    for named, measured in (("wall", wall), ("CPU", cpu)):
        against = ratio(measured(costs["with"]), measured(costs["without"]))
        yield Figure(f"  against none: {named}", "x", against, at_most=1.05)


def whole_processes(setting: Setting) -> Iterator[Figure]:
    """Compare whole runs of pytest, start and end included: one visit and ten; and the memory they need."""
    with DemoShop.start() as shop:
        for times, rounds in ((1, 5), (setting.in_a_row, 2)):
            project = ten_steps(setting.folder / f"{times}-times", shop.address, setting.browser, times=times)
            reports = f"--reports={setting.folder}/reports"
            commands = {
                "ours": (*PYTEST, "journeys", "--allow=order", *_EVIDENCE, reports),
                "theirs": (*PYTEST, *PLAIN, "by_hand"),
            }
            costs = interleave(_runs(commands, project), rounds=setting.rounds(rounds), warm_ups=1)
            named = f"{times} x ten steps as a run of pytest, pictures"
            yield Figure(f"{named}: wall", "x", ratio(wall(costs["ours"]), wall(costs["theirs"])))
            yield Figure("  CPU", "x", ratio(cpu(costs["ours"]), cpu(costs["theirs"])))
        peaks = {
            name: [peak_mb(command, cwd=project) for _ in range(setting.rounds(3))]
            for name, command in commands.items()
        }
    yield Figure("memory of ten visits, all processes: by hand", "MB", Spread.of(peaks["theirs"]))
    more = [ours - theirs for ours, theirs in zip(peaks["ours"], peaks["theirs"], strict=True)]
    yield Figure("  what the harness needs besides", "MB", Spread.of(more), at_most=60)


def start_up(setting: Setting) -> Iterator[Figure]:
    """Compare how long it takes from the command to the first page."""
    with page_and_when_it_was_asked_for() as asked:
        project = first_page(setting.folder / "first-page", asked.address, setting.browser)
        reports = f"--reports={setting.folder}/reports"
        commands = {
            "harness run": (*HARNESS, "run", "journeys", "--report=none", reports, "--", *NOT_OURS),
            "pytest": (*PYTEST, "journeys", "--report=none", reports),
            "hand": (*PYTEST, *PLAIN, "by_hand"),
        }
        until = {name: partial(_until_asked, run_, asked) for name, run_ in _runs(commands, project).items()}
        costs = interleave(until, rounds=setting.rounds(5), warm_ups=1)
    theirs = wall(costs["hand"])
    yield Figure("start to first page, pytest-playwright", "s", Spread.of(theirs))
    yield Figure("  pytest with a journey", "x", ratio(wall(costs["pytest"]), theirs))
    yield Figure("  harness run", "x", ratio(wall(costs["harness run"]), theirs), at_most=1.3)


def collecting(setting: Setting) -> Iterator[Figure]:
    """Collect 250, 500 and 1,000 journeys; what an empty folder takes is no growth."""
    sizes = (0, *SIZES)
    projects = {size: many_journeys(setting.folder / f"{size}-journeys", size) for size in sizes}
    command = (*PYTEST, "--collect-only", "-q", "journeys")
    ordinary = without_journeys(setting.folder / "ordinary")
    ordinarily = (*PYTEST, "--collect-only", "-q")
    costs = interleave(
        {
            "without": partial(run, (*ordinarily, *PLAIN), cwd=ordinary),
            "with": partial(run, (*ordinarily, "-p", "no:allure_pytest"), cwd=ordinary),
            **{str(size): partial(run, command, cwd=projects[size], may_end_with=(0, 5)) for size in sizes},
        },
        rounds=setting.rounds(5),
        warm_ups=0 if setting.is_quick else 1,
    )
    seconds = {size: Spread.of(wall(costs[str(size)])) for size in sizes}
    used = {size: Spread.of(cpu(costs[str(size)])) for size in sizes}
    yield Figure("pytest in a project without journeys", "s", Spread.of(wall(costs["without"])))
    yield Figure("  what our plugin adds", "ms", _added_ms(costs["with"], costs["without"]), at_most=100)
    yield Figure("collect no journey, only what they share", "s", seconds[0])
    for size in SIZES:
        yield Figure(
            f"collect {size:,} journeys", "s", seconds[size], at_most=3 if size == SIZES[-1] else None
        )
    yield Figure("  CPU", "s", used[SIZES[-1]])
    each = {size: (used[size].middle - used[0].middle) / size for size in SIZES}
    growth = each[SIZES[-1]] / each[SIZES[0]]
    yield Figure(
        "  growth of CPU per journey (1 is linear)", "x", Spread(growth, growth, growth), at_most=1.25
    )


def checking(setting: Setting) -> Iterator[Figure]:
    """Check 100 and 1,000 journeys, start-up of the command included."""
    few = many_journeys(setting.folder / "check-100", 100)
    many = many_journeys(setting.folder / "check-1000", 1000)
    costs = interleave(
        {
            "python": partial(run, (sys.executable, "-c", "pass"), cwd=few),
            "few": partial(run, (*HARNESS, "check"), cwd=few),
            "many": partial(run, (*HARNESS, "check"), cwd=many),
        },
        rounds=setting.rounds(5),
        warm_ups=1,
    )
    yield Figure("python -c pass", "s", Spread.of(wall(costs["python"])))
    yield Figure("harness check, 100 journeys", "s", Spread.of(wall(costs["few"])), at_most=1)
    yield Figure("  CPU", "s", Spread.of(cpu(costs["few"])))
    yield Figure("  against python -c pass", "x", ratio(wall(costs["few"]), wall(costs["python"])))
    yield Figure("harness check, 1,000 journeys", "s", Spread.of(wall(costs["many"])))


def compiling(setting: Setting) -> Iterator[Figure]:
    """Compile the ten steps to a function, as the set-up of a visit does."""
    path = TEN_STEPS / "buy" / "ten-steps.yaml"
    (visit,) = planned(path, TEN_STEPS)
    lines = len(path.read_text(encoding="utf-8").splitlines())

    def compile_once() -> Cost:
        began, used = time.perf_counter(), time.process_time()
        compile_journey(visit.journey, visit.parts).runnable(visit.base)
        return Cost(time.perf_counter() - began, time.process_time() - used)

    costs = interleave({"compile": compile_once}, rounds=setting.rounds(30), warm_ups=2)["compile"]
    yield Figure(
        f"compile a journey of {lines} lines", "ms", Spread.of([each * 1000 for each in wall(costs)])
    )


def kept_history(setting: Setting) -> Iterator[Figure]:
    """Keep a run of 300 visits among 100,000, and make its reports with and without that."""
    nights = 34 if setting.is_quick else 334
    reports = setting.folder / "reports"
    history = history_with(reports, nights=nights)
    run, judged = next_run(reports, night=nights)
    folder = RunFolder(reports / run.id)
    folder.write_run(run)
    costs = interleave(
        {
            "keep": lambda: timed(lambda: history.keep(folder, run, judged)),
            "write": lambda: timed(lambda: only_write(reports, run, judged)),
            "reports": lambda: timed(
                lambda: make_reports(folder, allure_page=False, judged=judged, again=True, say=print)
            ),
        },
        rounds=setting.rounds(5),
    )
    told = f"keep a run of {VISITS_A_RUN} visits and tell its story, {VISITS_A_RUN * nights:,} visits kept"
    yield Figure(f"{told}: wall", "s", Spread.of(wall(costs["keep"])), at_most=1)
    yield Figure("  CPU", "s", Spread.of(cpu(costs["keep"])))
    written = ratio(cpu(costs["write"]), cpu(costs["reports"]))
    yield Figure("  writing it, of what page and Allure results take: CPU", "x", written, at_most=0.1)


def _added_ms(ours: list[Cost], theirs: list[Cost]) -> Spread:
    """Return what one takes longer than the other, round by round."""
    rounds = zip(wall(ours), wall(theirs), strict=True)
    return Spread.of([(mine - other) * 1000 for mine, other in rounds])


def _runs(commands: Mapping[str, tuple[str, ...]], project: Path) -> dict[str, Callable[[], Cost]]:
    return {name: partial(run, command, cwd=project) for name, command in commands.items()}


def _until_asked(run_command: Callable[[], Cost], asked: FirstPage) -> Cost:
    began, asked.at_s = time.perf_counter(), None
    cost = run_command()
    if asked.at_s is None:
        raise RuntimeError("the first page was never asked for")
    return Cost(asked.at_s - began, cost.cpu_s)


MEASUREMENTS: Mapping[str, Callable[[Setting], Iterator[Figure]]] = {
    "walk": ten_step_journey,
    "hosts": host_rules,
    "run": whole_processes,
    "start": start_up,
    "collect": collecting,
    "check": checking,
    "compile": compiling,
    "allure": lambda setting: of_many_visits(setting.browser, setting.folder, rounds=setting.rounds(3)),
    "history": kept_history,
    "pages": lambda setting: pages(setting.folder, is_quick=setting.is_quick),
    "night": lambda setting: night(setting.folder, rounds=setting.rounds(3)),
}
