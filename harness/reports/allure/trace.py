"""A visit and its judgement in, the text QA and developers act on out."""

from collections.abc import Iterator

from harness.judge import Finding, Judgement, Verdict
from harness.record import PageHealth, Place, StepRecord, Trouble, VisitRecord


def replay_command(visit: VisitRecord) -> str:
    """Return the one command that repeats this visit."""
    return f"harness replay {visit.run_id}/{visit.id}"


def headline(judgement: Judgement) -> str:
    """Return the sentence that leads."""
    if judgement.headline:
        return judgement.headline
    return "All went well." if judgement.verdict is Verdict.FINE else f"The verdict is: {judgement.verdict}."


def where(place: Place) -> str:
    """Return a place as editors and terminals understand it."""
    return f"{place.file}:{place.line}"


def developer_text(visit: VisitRecord, judgement: Judgement) -> str:
    """Tell the place in the YAML, what was wanted and seen, and how to see it again."""
    step = visit.failed_step()
    trouble = (step.trouble if step else None) or visit.trouble
    lines = [*_trouble_lines(trouble, step), *_finding_lines(judgement.findings)]
    lines += ["", f"to see it again: {replay_command(visit)}", *_trace_line(visit)]
    return "\n".join(lines).lstrip("\n")


def _trace_line(visit: VisitRecord) -> Iterator[str]:
    if any(piece.kind == "trace" and piece.file for piece in visit.whole_evidence()):
        yield f"to see its trace: harness report --trace {visit.run_id}/{visit.id}"


def _trouble_lines(trouble: Trouble | None, step: StepRecord | None) -> Iterator[str]:
    place = trouble.place if trouble else step.place if step else None
    if place:
        yield where(place)
    if step:
        yield f"  step {step.index + 1}: {step.name}"
    if not trouble:
        return
    told = {
        "happened": f"{trouble.kind}: {trouble.message}",
        "action": f"{trouble.verb} {trouble.target}".rstrip(),
        "wanted": trouble.wanted,
        "seen": trouble.seen,
        "in its place": trouble.twin,
        "on the page": ", ".join(trouble.near),
        "answer to it": ", ".join(trouble.matches),
    }
    yield from (f"  {name}: {value}" for name, value in told.items() if value)
    if trouble.health:
        yield from _health_lines(trouble.health)
    if trouble.technical:
        yield "  the browser's words:"
        yield from (f"    {line}" for line in trouble.technical.splitlines())


def _health_lines(health: PageHealth) -> Iterator[str]:
    status = f" (status {health.status})" if health.status else ""
    yield f"  page: {health.url}{status}"
    yield from (f"  script error: {error}" for error in health.script_errors)
    yield from (f"  failed request: {request}" for request in health.failed_requests)
    yield from (f"  failed elsewhere: {request}" for request in health.third_party_failures)
    yield from (f"  not contacted: {address}" for address in health.refused_hosts)
    yield from (f"  error shown: {text}" for text in health.visible_errors)


def _finding_lines(findings: tuple[Finding, ...]) -> Iterator[str]:
    for finding in findings:
        yield ""
        yield f"{finding.kind}, turn of the {finding.party} ({finding.confidence}): {finding.sentence}"
        if finding.measured_ms is not None:
            allowed = f", allowed {finding.limit_ms} ms" if finding.limit_ms is not None else ""
            yield f"  measured {finding.measured_ms} ms{allowed}"
        yield from (f"  {text}" for text in (finding.detail, finding.action, finding.place) if text)
        yield from (f"    {line}".rstrip() for line in finding.letter.splitlines())
