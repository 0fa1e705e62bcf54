"""One module for each kind of file: its table of keys, and what is made of them."""
