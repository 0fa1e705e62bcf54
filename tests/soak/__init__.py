"""Longer proofs than a test run has time for; `make soak` runs them, pytest does not."""
