"""An address in, a database there out, in a file or on a server; its troubles as plain sentences."""
