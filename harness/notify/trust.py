"""Nothing in, whom connections believe out: the authorities of this system, and those of browsers."""

import ssl

import httpx


def trusted() -> ssl.SSLContext:
    """Return what proves that a server is the one it says; SSL_CERT_FILE may name a company's own."""
    context = httpx.create_ssl_context()
    context.load_default_certs()
    return context
