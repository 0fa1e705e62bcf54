"""The words that are known before any file is read: stages, commitments, devices, networks and so on."""
