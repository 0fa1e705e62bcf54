"""A person's clicks and typing become a journey."""
