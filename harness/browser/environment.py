"""The environment of this process in, what a browser needs of it out: no secret is among it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_FOR_BROWSERS = frozenset(
    "PATH HOME USER LOGNAME LANG LANGUAGE TZ TMPDIR DISPLAY XAUTHORITY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS"
    " LD_LIBRARY_PATH SSL_CERT_FILE SSL_CERT_DIR NODE_EXTRA_CA_CERTS DEBUG PWDEBUG CI"
    " http_proxy https_proxy all_proxy no_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY".split()
)
_FOR_BROWSERS_BEGIN = ("LC_", "XDG_", "FONTCONFIG_", "PLAYWRIGHT_", "PW_", "MOZ_", "CHROME_", "GDK_", "LIBGL_")


@contextmanager
def bare_environment() -> Iterator[None]:
    """Show what is started meanwhile only those variables that a browser needs: no secret is among them."""
    kept = dict(os.environ)
    for name in kept:
        if sys.platform != "win32" and not _is_for_browsers(name):
            del os.environ[name]
    try:
        yield
    finally:
        os.environ.update(kept)


def _is_for_browsers(name: str) -> bool:
    return name in _FOR_BROWSERS or name.startswith(_FOR_BROWSERS_BEGIN)
