"""A host in, whether it is one of those that shops commonly load advertising or analytics from out.

What counts visitors would count the mystery shopper too, and what advertises would be paid for by the shop:
neither is part of what a customer wants. Each entry stands for itself and for all hosts below it. Whatever a
shop needs to work (consent banners, payment, search, A/B tests, chat) is on no list.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

_ANALYTICS = """
google-analytics.com ssl.google-analytics.com analytics.google.com googletagmanager.com
hotjar.com hotjar.io clarity.ms segment.com segment.io mixpanel.com mxpnl.com amplitude.com
matomo.cloud omtrdc.net 2o7.net demdex.net everesttech.net heap.io heapanalytics.com fullstory.com
mouseflow.com luckyorange.com luckyorange.net crazyegg.com inspectlet.com smartlook.com smartlook.cloud
contentsquare.net contentsquare.com quantummetric.com glassboxdigital.io logrocket.com logrocket.io
lr-ingest.io lr-in-prod.com sessioncam.com decibelinsight.net
newrelic.com nr-data.net plausible.io usefathom.com simpleanalytics.com simpleanalyticscdn.com
posthog.com chartbeat.com chartbeat.net parsely.com parse.ly statcounter.com histats.com
scorecardresearch.com quantserve.com quantcount.com mc.yandex.ru mc.yandex.com hm.baidu.com cnzz.com
piwik.pro etracker.com etracker.de econda-monitor.de webtrekk.net wt-eu02.net ioam.de xiti.com
at-o.net aticdn.net kissmetrics.com kissmetrics.io woopra.com getclicky.com pingdom.net speedcurve.com
go-mpulse.net cloudflareinsights.com vitals.vercel-insights.com snowplowanalytics.com rudderlabs.com
rudderstack.com count.ly browser-intake-datadoghq.com browser-intake-datadoghq.eu dynatrace.com
"""
_ADVERTISING = """
doubleclick.net googleadservices.com googlesyndication.com adservice.google.com googletagservices.com
2mdn.net connect.facebook.net pixel.facebook.com ads-twitter.com analytics.twitter.com t.co
analytics.tiktok.com ads.tiktok.com snap.licdn.com px.ads.linkedin.com ads.linkedin.com bat.bing.com
bat.bing.net ct.pinterest.com sc-static.net tr.snapchat.com redditstatic.com pixel-config.reddit.com
alb.reddit.com events.redditmedia.com criteo.com criteo.net taboola.com outbrain.com outbrainimg.com
adsrvr.org adnxs.com amazon-adsystem.com casalemedia.com rubiconproject.com pubmatic.com openx.net
adform.net adroll.com rtbhouse.com creativecdn.com teads.tv smartadserver.com yieldmo.com sharethrough.com
triplelift.com 3lift.com indexww.com bidswitch.net mathtag.com media.net mgid.com zemanta.com
rlcdn.com liadm.com id5-sync.com crwdcntrl.net bluekai.com krxd.net exelator.com agkn.com tapad.com
flashtalking.com sizmek.com serving-sys.com moatads.com adsafeprotected.com doubleverify.com
awin1.com dwin1.com zenaps.com tradedoubler.com impactradius-event.com
steelhousemedia.com mntn.com applovin.com adjust.com appsflyer.com branch.io
"""

LISTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"advertising": tuple(_ADVERTISING.split()), "analytics": tuple(_ANALYTICS.split())}
)
"""What `blocked:` in site.yaml may name. `docs/safety.md` tells how a host is let through all the same."""


def list_of(host: str, names: Iterable[str]) -> str | None:
    """Return the first of these lists that a host, or one above it, stands on."""
    labels = host.split(".")
    above = {".".join(labels[at:]) for at in range(len(labels))}
    return next((name for name in names if above & _SETS.get(name, frozenset())), None)


_SETS = {name: frozenset(hosts) for name, hosts in LISTS.items()}
