"""The bytes of a file in, its text as nodes with their places out; every fault of the YAML told plainly."""
