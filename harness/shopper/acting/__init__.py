"""What a customer does with her hands and eyes: find a thing, act on it, read it."""
