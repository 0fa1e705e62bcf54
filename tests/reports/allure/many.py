"""A number in, a run of so many visits out: one in twenty broken and walked twice, one in ten slow."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from harness.judge import Judgement, Verdict
from harness.record import VisitRecord
from harness.record.folder import RunFolder
from tests.reports.allure import records as made

SHOPPERS = (made.PHONE, made.LAPTOP, made.PHONE.model_copy(update={"id": "gift-in-a-hurry"}))
SIZE_PX = (412, 839)


def many(folder: Path, count: int) -> tuple[RunFolder, list[tuple[VisitRecord, Judgement]]]:
    """Write the evidence of a run and return it with its visits."""
    run = RunFolder(folder)
    run.write_run(made.RUN.model_copy(update={"faulty_files": ()}))
    judged = list(_visits(count))
    picture, thumbnail = _picture(SIZE_PX), _picture((83, 168))
    for visit, _ in judged:
        made.write_evidence(run, visit, picture)
        for step in visit.steps:
            (run.visit(visit.id) / f"step-{step.index + 1:02}-thumbnail.jpg").write_bytes(thumbnail)
    return run, judged


def _visits(count: int) -> Iterator[tuple[VisitRecord, Judgement]]:
    for number in range(count):
        shopper = SHOPPERS[number % len(SHOPPERS)]
        journey = made.journey("buy", f"journey-{number // 3}", f"Do what customers do, {number // 3}")
        told = {"id": f"buy-journey-{number}", "journey": journey, "persona": shopper}
        if number % 20 == 0:
            broken = made.visit(made.SHIRT, made.NO_DISCOUNT, ending="stopped", **told)
            yield broken.model_copy(update={"again": broken}), made.BROKEN[1]
        elif number % 10 == 1:
            yield made.visit(made.SHIRT, made.step(2, "Pay"), **told), made.SLOW[1]
        else:
            steps = [made.step(index, f"Step {index}") for index in range(2, 9)]
            yield made.visit(made.SHIRT, *steps, **told), made.judged(Verdict.FINE)


def _picture(size_px: tuple[int, int]) -> bytes:
    """Return a picture that weighs what one of a shop does."""
    picture = Image.effect_noise(size_px, 12).convert("RGB")
    ImageDraw.Draw(picture).rectangle((10, 10, size_px[0] - 10, 60), fill=(35, 68, 51))
    written = BytesIO()
    picture.save(written, "JPEG", quality=30)
    return written.getvalue()
