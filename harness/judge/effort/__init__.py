"""A record in, what the visit cost a customer out: time in seconds, and hassles one can name and count."""

from harness.judge.effort.model import Ease, Effort, Hassle, HassleKind, StepEffort

__all__ = ["Ease", "Effort", "Hassle", "HassleKind", "StepEffort"]
