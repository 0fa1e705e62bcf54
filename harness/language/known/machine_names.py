"""The name of an environment variable in, whether it belongs to this machine and its services out.

A journey may come from a stranger, and what it types reaches the shop: no key of the machine may.
"""

import re
from collections.abc import Collection

_OF_THE_MACHINE = re.compile(
    r"""
    PATH | HOME | USER | LOGNAME | SHELL | PWD | OLDPWD | TERM | LANG | LANGUAGE | TZ | TMPDIR |
    TEMP | TMP | HOSTNAME | DISPLAY | EDITOR | MAIL | VIRTUAL_ENV | COMPUTERNAME | USERNAME |
    USERPROFILE | USERDOMAIN | APPDATA | SYSTEMROOT | COLUMNS | LINES
    | (?:
        AWS | AZURE | ARM | GOOGLE | GCP | GCLOUD | CLOUDSDK | DIGITALOCEAN | HEROKU | CLOUDFLARE |
        VAULT | CONSUL | NOMAD | KUBE | KUBERNETES | DOCKER | REGISTRY | ACTIONS | GITHUB | GH |
        GITLAB | BITBUCKET | CIRCLE | JENKINS | TRAVIS | BUILDKITE | DRONE | RUNNER | CI | NPM |
        NODE | YARN | PIP | PYPI | TWINE | UV | POETRY | CARGO | SSH | GPG | GNUPG | SUDO | DBUS |
        XDG | LC | LD | DYLD | PYTHON | PYTEST | PLAYWRIGHT | HARNESS | PG | PGPASSWORD | POSTGRES |
        MYSQL | MARIADB | MONGO | MONGODB | REDIS | RABBITMQ | DATABASE | DB | SMTP | SENTRY |
        DATADOG | DD | SLACK | OPENAI | ANTHROPIC | SNYK | SONAR | CODECOV | TF | TERRAFORM |
        ANSIBLE | HTTP | HTTPS
    )(?:_.*)?
    | .*_(?:DATABASE_URL|PRIVATE_KEY|DSN)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What every machine has, and the keys of services."""


def belongs_to_the_machine(name: str) -> bool:
    """Say whether a variable is one that every machine has, or the key of a service of its owner."""
    return bool(_OF_THE_MACHINE.fullmatch(name))


def secret_problem(name: str, listed: Collection[str]) -> str | None:
    """Say why a journey may not type a secret; None where it may.

    Args:
        name: The variable that provides it.
        listed: Those that the site file lists; where it lists none, all but the machine's own.
    """
    if name in listed:
        return None
    remedy = f"If it is meant for this site, list it in site.yaml: secrets: [{', '.join([*listed, name])}]"
    if listed:
        return f'site.yaml does not list "{name}" below "secrets:". {remedy}'
    if belongs_to_the_machine(name):
        return f'"{name}" belongs to this machine, and what a journey types reaches the shop. {remedy}'
    return None
