"""The connections a shopper may have, by name, and how slow her device is with them.

Latency and rates are those of Lighthouse's and WebPageTest's throttling presets
(https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md).
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Network:
    """A connection, and how many times slower than this machine the device computes."""

    latency_ms: int
    down_kbit_s: int
    up_kbit_s: int
    cpu_slowdown: int = 1


NETWORKS: Mapping[str, Network | None] = {
    "3g": Network(latency_ms=300, down_kbit_s=700, up_kbit_s=700, cpu_slowdown=4),
    "slow4g": Network(latency_ms=150, down_kbit_s=1600, up_kbit_s=750, cpu_slowdown=4),
    "fast4g": Network(latency_ms=60, down_kbit_s=9000, up_kbit_s=1500, cpu_slowdown=2),
    "cable": Network(latency_ms=28, down_kbit_s=5000, up_kbit_s=1000),
    "none": None,
}
"""`none` leaves the connection of this machine as it is."""


def slowdown_of(network: str | None, cpu: float | None) -> float:
    """Return how many times slower a device computes: what is said of it, else what goes with its network."""
    connection = NETWORKS.get(network or "none")
    return cpu if cpu is not None else (connection.cpu_slowdown if connection else 1)
