"""A checked journey in, what it does as plain sentences out, for colleagues who do not read YAML."""
