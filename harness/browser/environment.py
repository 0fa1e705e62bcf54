"""The environment of this process in, what a browser needs of it out: no secret is among it."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_FOR_BROWSERS = re.compile(
    r"""
    PATH | HOME | USER | LOGNAME | LANG | LANGUAGE | TZ | TMPDIR | DISPLAY | XAUTHORITY |
    WAYLAND_DISPLAY | DBUS_SESSION_BUS_ADDRESS | LD_LIBRARY_PATH | SSL_CERT_FILE | SSL_CERT_DIR
    | NODE_EXTRA_CA_CERTS | DEBUG | PWDEBUG | CI
    | (?i:http_proxy | https_proxy | all_proxy | no_proxy)
    | (?:LC | XDG | FONTCONFIG | PLAYWRIGHT | PW | MOZ | CHROME | GDK | LIBGL)_.*
    """,
    re.VERBOSE,
)


@contextmanager
def bare_environment() -> Iterator[None]:
    """Show what is started meanwhile only those variables that a browser needs: no secret is among them."""
    kept = dict(os.environ)
    for name in kept:
        if sys.platform != "win32" and not _FOR_BROWSERS.fullmatch(name):
            del os.environ[name]
    try:
        yield
    finally:
        os.environ.update(kept)
