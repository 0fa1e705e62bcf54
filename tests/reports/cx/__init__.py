"""Proofs of the page for customer-experience professionals."""
