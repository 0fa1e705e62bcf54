"""What commits in, whether it is done and what became of it out: grants, caps, the ledger."""
