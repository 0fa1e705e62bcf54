"""What may stand behind a key: small objects that each read one node."""
