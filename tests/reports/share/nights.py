"""Made-up nights that tell too much, written as runs with pictures, page texts and pages."""

from pathlib import Path

from playwright.sync_api import Browser

from harness.record import ActionRecord, Evidence, Place, VisitRecord
from harness.record.folder import RunFolder
from harness.reports.cx import write_page
from tests.reports.cx import records as made
from tests.reports.cx.pictures import draw

PERSON = {"name": "Pat Doe", "email": "pat.doe@shop.example", "city": "Portland"}
CARD = "4242 4242 4242 4242"
SECRETIVE = ("Pat", "Doe", "pat.doe@shop.example", "4242", "030 1234567", "127.0.0.1")


def typing(field: str, value: str) -> ActionRecord:
    at = Place(file="journeys/x.yaml", line=3)
    return ActionRecord(
        verb="fill", sentence=f'fill "{field}" with "{value}"', place=at, started_ms=0, duration_ms=0
    )


def told_too_much() -> list[made.Judged]:
    """Make a night whose every text tells who the shopper is."""
    visit, judgement = made.broken()
    page_text = Evidence(kind="aria snapshot", file="page.yaml")
    steps = tuple(
        step.model_copy(
            update={
                "name": f"{step.name} for Pat Doe",
                "evidence": (*step.evidence, page_text.model_copy(update={"file": f"{step.index}.yaml"})),
                "actions": (*step.actions, typing("Card number", CARD), typing("Phone", "030 1234567")),
            }
        )
        for step in visit.steps
    )
    finding = judgement.findings[0].model_copy(
        update={
            "sentence": "Pat Doe cannot pay",
            "detail": f"The page says: Dear Pat Doe, your card {CARD} was declined, call 0301234567.",
            "action": "Look at http://127.0.0.1:5000/admin and /home/pat/journeys/site.yaml.",
        }
    )
    row = {"email": "pat.doe@shop.example"}
    asked = visit.model_copy(
        update={
            "id": "pay-pat-doe-shop-example",
            "steps": steps,
            "row": row,
            "address": "http://127.0.0.1:5000",
            "journey": visit.journey.model_copy(
                update={"id": "buy/as-pat-doe", "title": "Pay as Pat Doe", "why": "Pat Doe pays."}
            ),
        }
    )
    return [(asked, judgement.model_copy(update={"findings": (finding,)})), made.fine(made.TRACK)]


def run_of(judged: list[made.Judged], path: Path, browser: Browser) -> RunFolder:
    """Write a run with its pictures, page texts and pages."""
    run = RunFolder(path)
    draw(browser, judged, path)
    record = made.run(judged, shopper=PERSON).model_copy(update={"address": "http://127.0.0.1:5000"})
    run.write_run(record)
    for visit, _ in judged:
        for step in visit.steps:
            text = "- heading Basket" if step.index == 1 else "- heading Thank you, Pat Doe"
            (run.visit(visit.id) / f"{step.index}.yaml").write_text(text, encoding="utf-8")
    write_page(run, record, judged)
    return run


def visits(judged: list[made.Judged]) -> list[VisitRecord]:
    return [visit for visit, _ in judged]
