#!/bin/sh
# In: a checkout and Python 3.11 or newer (or uv). Out: .venv with what requirements-dev.lock pins, and `harness` in it.
# Plain POSIX shell: it runs before anything of ours is installed, on Debian's dash and on macOS.
set -eu
cd "$(dirname "$0")"

pythons='python3.13 python3.12 python3.11 python3 python'
stamp=.venv/.installed

say() { printf '%s\n' "$*"; }
stop() { printf '%s\n' "$*" >&2; exit 3; }
is_root() { [ "$(id -u)" = 0 ]; }
has() { command -v "$1" >/dev/null 2>&1; }
suits() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

first_python() {
    for name in $pythons; do
        if has "$name" && suits "$name"; then command -v "$name"; return; fi
    done
    stop "no Python 3.11 or newer was found (looked for: $pythons). Type: sudo apt-get install python3 (macOS: brew install python)."
}

# Debian and Ubuntu split ensurepip off into a package of its own.
need_ensurepip() {
    "$1" -c 'import ensurepip' >/dev/null 2>&1 && return
    package=$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    has apt-get || stop "$1 cannot make virtual environments: its module ensurepip is missing. Install a complete Python 3.11 or newer."
    is_root || stop "$1 cannot make virtual environments yet. Type: sudo apt-get install $package"
    say "      installing $package, which Debian keeps apart from Python ..."
    apt-get update -qq >/dev/null
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/dev/null 2>&1 ||
        stop "apt-get could not install $package. Type: apt-get install $package"
}

make_environment() {
    say '[1/3] making the environment .venv ...'
    rm -rf .venv
    if has uv && uv venv --quiet --seed --python '>=3.11' .venv; then return; fi
    python=$(first_python)
    need_ensurepip "$python"
    "$python" -m venv .venv
}

install_packages() {
    say "[2/3] installing $(grep -c '^[a-z].*==' requirements-dev.lock) packages into it (a minute when nothing is cached) ..."
    # uv knows nothing of pip's settings (a company's index, its certificates): where it fails, pip gets its turn.
    { has uv && uv pip install --quiet --python .venv/bin/python --require-hashes -r requirements-dev.lock; } ||
        .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements-dev.lock
    # The lock also pins what builds the package, so nothing unpinned is fetched here.
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
}

wanted=$({ cat requirements-dev.lock pyproject.toml; pwd; } | cksum)
suits .venv/bin/python && .venv/bin/python -c 'import pip' 2>/dev/null || make_environment
if [ "$(cat "$stamp" 2>/dev/null || true)" != "$wanted" ]; then
    rm -f "$stamp"
    install_packages
    printf '%s\n' "$wanted" >"$stamp"
fi
say '[3/3] looking for a browser ...'
.venv/bin/harness setup
