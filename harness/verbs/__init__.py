"""The verbs of the journey language: one line here and one small module each."""

from harness.verbs.answer import answer
from harness.verbs.back import go_back, reload
from harness.verbs.choose import choose
from harness.verbs.click import click
from harness.verbs.download import download
from harness.verbs.drag import drag
from harness.verbs.fill import fill
from harness.verbs.flow import if_see, repeat_until_see
from harness.verbs.hover import hover
from harness.verbs.open import open_
from harness.verbs.pick import pick_date
from harness.verbs.press import press
from harness.verbs.remember import remember
from harness.verbs.request import request
from harness.verbs.scroll import scroll_to
from harness.verbs.see import not_see, see, should_see
from harness.verbs.switch import switch_to
from harness.verbs.tick import check, uncheck
from harness.verbs.upload import upload
from harness.verbs.verb import Verb
from harness.verbs.wait import wait_for

VERBS: dict[str, Verb] = {
    each.name: each
    for each in (
        *(open_, click, fill, choose, pick_date, check, uncheck, upload, download, press),
        *(drag, hover, scroll_to, go_back, reload, switch_to),
        *(answer, request),
        *(remember, see, not_see, should_see, wait_for),
        *(if_see, repeat_until_see),
    )
}

__all__ = ["VERBS", "Verb"]
