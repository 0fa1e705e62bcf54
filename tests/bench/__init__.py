"""How fast the harness is: `make bench` prints it, no test asserts it."""
