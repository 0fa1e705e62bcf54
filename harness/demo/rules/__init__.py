"""What the shop decides: prices, codes, dates, forms. Values in, values out; no Flask, no database."""
