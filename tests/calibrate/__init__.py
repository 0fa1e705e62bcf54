"""Page figures against the truth: pages with known delays, and the web-vitals library on the same load."""
