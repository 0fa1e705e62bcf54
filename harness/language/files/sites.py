"""The site file in, its sites by their names out: a single one without a name, or several."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from harness.grammar.near import did_you_mean
from harness.language.files.site import SITE_KEY, SITE_KEYS, ShopOrAddress, site_of
from harness.language.limits import Limits, SiteLimits
from harness.language.model import Site
from harness.language.reading.nodes import MappingNode, Node, TextNode
from harness.language.reading.reading import Reading
from harness.language.shapes.collections import MappingOf
from harness.language.shapes.names import Name
from harness.language.shapes.plain import PlainText
from harness.language.shapes.table import Found, Key, Table

ONE_OF_THE_SITES: Table[Found] = Table("one of the sites", SITE_KEYS, lambda found: found)


@dataclass(frozen=True)
class SiteOrAddress:
    """One of several sites with its keys, or only its address."""

    def read(self, node: Node, reading: Reading) -> Found:
        """Return what is said of it."""
        if not isinstance(node, TextNode):
            return ONE_OF_THE_SITES.read(node, reading)
        return Found(reading.place(node), {SITE_KEY.name: ShopOrAddress().read(node, reading)})


_SITES: Key[Mapping[str, Found]] = Key(
    "sites",
    MappingOf(Name(), SiteOrAddress(), "sites: {live: https://shop.example}"),
    "Several sites, each by a short name; `--site` chooses one.",
    {},
)
_DEFAULT = Key(
    "default site", PlainText("the name of a site"), "Which of the sites is visited when none is named.", ""
)
SITES_KEYS = (_SITES, _DEFAULT)
SITE_FILE: Table[Found] = Table(
    "the site file",
    (
        replace(SITE_KEY, required=False, doc=f"{SITE_KEY.doc} Needed, where there are no `sites`."),
        *(key for key in SITE_KEYS if key is not SITE_KEY),
        *SITES_KEYS,
    ),
    lambda found: found,
)
_SINGLE: Table[Found] = Table("the site file", (*SITE_KEYS, *SITES_KEYS), lambda found: found)


def read_sites(node: Node, reading: Reading) -> Mapping[str, Site]:
    """Read the site file; the default site comes first."""
    keys = {name.text: name for name, _ in node.pairs} if isinstance(node, MappingNode) else {}
    if _SITES.name not in keys:
        if _DEFAULT.name in keys:
            message = '"default site:" is one of several "sites:", and there are none. Take it out.'
            reading.problem(keys[_DEFAULT.name], message)
        return {"": site_of(_SINGLE.read(node, reading), reading)}
    if SITE_KEY.name in keys:
        message = '"site:" cannot stand beside "sites:". Give it a name, and put it among them.'
        reading.problem(keys[SITE_KEY.name], message)
    shared = SITE_FILE.read(node, reading)
    sites = {name: site_of(_merged(shared, own), reading, name) for name, own in shared[_SITES].items()}
    _check_names(sites, reading)
    return _default_first(sites, shared, reading)


def _check_names(sites: Mapping[str, Site], reading: Reading) -> None:
    """Report two sites that reports would call the same: their histories would be mixed."""
    owners: dict[str, str] = {}
    for name, site in sites.items():
        other = owners.setdefault(site.name, name)
        if other != name:
            at = reading.find("name:", site.place)
            message = f'the site "{other}" is called "{site.name}" too. Give each a name of its own.'
            reading.problem(at, message)


def _default_first(sites: Mapping[str, Site], shared: Found, reading: Reading) -> Mapping[str, Site]:
    wanted = shared[_DEFAULT]
    if not wanted:
        return sites
    if wanted not in sites:
        at = reading.find(wanted, reading.find(f"{_DEFAULT.name}:", shared.place))
        reading.problem(at, f'unknown site "{wanted}". {did_you_mean(wanted, sites)}')
        return sites
    return {wanted: sites[wanted], **sites}


def _merged(shared: Found, own: Found) -> Found:
    """Return what is said of one site: what stands above all of them, with its own added or in its place."""
    values = {name: value for name, value in shared.values.items() if name not in _ABOVE_ONLY}
    for name, value in own.values.items():
        values[name] = _both(values[name], value) if name in values else value
    return Found(own.place, values)


_ABOVE_ONLY = frozenset({SITE_KEY.name, *(key.name for key in SITES_KEYS)})


def _both(shared: Any, own: Any) -> Any:
    """Add names and lists to those above, figures to figures; of anything else the own one counts.

    An empty list says that there is nothing, whatever stands above.
    """
    if isinstance(own, Found):
        return _merged(shared, own)
    if isinstance(own, SiteLimits):
        return _both_limits(shared, own)
    if isinstance(own, Mapping):
        return {**shared, **own}
    if isinstance(own, tuple) and own:
        return tuple({getattr(each, "name", each): each for each in (*shared, *own)}.values())
    return own


def _both_limits(shared: SiteLimits, own: SiteLimits) -> SiteLimits:
    stages = {
        stage: _nearer(shared.stages.get(stage, Limits()), own.stages.get(stage, Limits()))
        for stage in {**shared.stages, **own.stages}
    }
    pages = (*own.pages, *shared.pages)  # of several that fit, the first counts
    slow_when = own.slow_when or shared.slow_when
    return SiteLimits(_nearer(shared.everywhere, own.everywhere), stages, pages, slow_when)


def _nearer(shared: Limits, own: Limits) -> Limits:
    said = {each.name: getattr(own, each.name) for each in fields(own)}
    return replace(shared, **{name: value for name, value in said.items() if value is not None})
