"""A person's clicks and typing in, a journey as YAML out."""
