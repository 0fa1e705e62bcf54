"""The gate that everything passes which a visit's browser sends: by its rules, or not at all."""
