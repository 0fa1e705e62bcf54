"""What is collected while the shopper walks: each kind one collector with `start` and `stop`."""
