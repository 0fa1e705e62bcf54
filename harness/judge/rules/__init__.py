"""The rules that say whose turn it is: a file for each theme, listed in `harness.judge.failures`."""
