"""What pages, protections and services are known by: one table each."""
