"""How gently a site is treated in, whose turn it is out: among all processes of this machine."""

from harness.pace.turns import SiteTurns, VisitTurn

__all__ = ["SiteTurns", "VisitTurn"]
