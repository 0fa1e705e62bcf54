"""The page's catalogue: every word a reader sees. Another language is another such folder.

Readers are customer-experience professionals: no technical words here, a test forbids them.
"""
