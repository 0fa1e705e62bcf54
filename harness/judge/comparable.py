"""A record in, what its figures compare with out: the browser, and what of the persona makes pages slower."""

from harness.record import VisitRecord


def walked_with(visit: VisitRecord) -> str:
    """Return kind and major version of the browser and the persona's settings; empty where none was started.

    Figures compare only where this is the same.
    """
    browser, persona = visit.browser, visit.persona
    if browser is None:
        return ""
    settings = (
        persona.device,
        persona.input,
        persona.network,
        f"cpu {persona.cpu:g}x" if persona.cpu else None,
        persona.locale,
    )
    kind = f"{browser.kind} {browser.version.partition('.')[0]}"
    return ", ".join((kind, *(setting for setting in settings if setting)))
