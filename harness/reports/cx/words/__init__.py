"""The page's words: all that a reader sees, said through the catalogue of `harness/words`.

Readers are customer-experience professionals: no technical words here, a test forbids them.
"""
