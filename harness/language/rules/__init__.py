"""What no single key shows: names known where they are used, outcomes checked, commitments marked."""
