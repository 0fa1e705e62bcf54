"""The machine the shopper runs on: how much her programs waited for a processor."""
