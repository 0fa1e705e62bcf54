"""Proofs of harness/browser: real programs in temporary folders, and the real browser of this machine."""
