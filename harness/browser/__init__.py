"""Which browser is wanted in, one that is proven to work out; nothing here imports Playwright.

`doctor.ready_browser` does it all; `supply.find_browser` only finds, `doctor.examine` only proves.
"""
