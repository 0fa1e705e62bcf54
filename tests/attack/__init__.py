"""Faults on two shops that the harness has never seen; `make attack` runs them, pytest does not."""
