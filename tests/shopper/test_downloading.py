"""Files taken from shops that save them, show them, or give something else."""

import pytest

from tests.pages import Page, serving
from tests.walking import Walked, Walker

JOURNEY = """\
journey: Keep the invoice
steps:
  - step: Take the invoice
    do:
      - open: /
      - {before}
      - download: {download}
    see: {seen}
"""
PDF = "%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF" + " " * 2000
ORDER = (
    '<title>Order</title><h1>Your order</h1><label>Password <input type="password"></label>'
    "<a href=/invoice>Invoice</a><a href=/invoice target=_blank>Invoice in a tab</a>"
    '<button onclick="textContent += 1">Print</button>'
)
SAVED = {"Content-Disposition": 'attachment; filename="Invoice 7.pdf"'}


def walk(
    walker: Walker,
    invoice: Page,
    download: str,
    *,
    before: str = "see: Your order",
    seen: str = 'heading "Your order"',
) -> Walked:
    with serving({"/": ORDER, "/invoice": invoice}) as site:
        text = JOURNEY.format(download=download, before=before, seen=seen)
        return walker.walk(text, address=site.address, environ={"SHOPPER_PASSWORD": "open sesame"})


def told(walked: Walked) -> str:
    (finding,) = walked.judgement.findings
    return finding.detail


@pytest.mark.parametrize("link", ["Invoice", "Invoice in a tab"])
@pytest.mark.parametrize(
    ("invoice", "file"),
    [
        (Page(PDF, kind="application/pdf", headers=SAVED), "download-1.pdf"),
        (Page(PDF, kind="application/pdf"), "download-1.pdf"),
        (Page("Shirt: $40", kind="text/plain"), "download-1.txt"),
    ],
    ids=["saved", "saved or shown", "shown"],
)
def test_a_file_is_taken_and_the_customer_is_where_she_was(
    walker: Walker, invoice: Page, file: str, link: str
) -> None:
    walked = walk(walker, invoice, link)

    assert walked.judgement.verdict == "fine"
    assert [e.file for e in walked.record.steps[0].evidence if e.kind == "download"] == [file]
    assert (walked.folder / file).read_text() == invoice.body


def test_name_type_and_size_may_be_asked_for(walker: Walker) -> None:
    invoice = Page(PDF, kind="application/octet-stream", headers=SAVED)

    walked = walk(
        walker, invoice, r"{target: Invoice, name: /^invoice \d+\.pdf$/, type: pdf, at least: 1 kB}"
    )

    assert walked.judgement.verdict == "fine"


@pytest.mark.parametrize(
    ("invoice", "asked", "message"),
    [
        (Page("<!doctype html>Sign in", headers=SAVED), "type: pdf", "is a web page, not a pdf"),
        (Page("", kind="application/pdf", headers=SAVED), "type: pdf", "is an empty file, not a pdf"),
        (Page("", kind="application/pdf", headers=SAVED), "name: Invoice 7.pdf", "is empty"),
        (Page(PDF, headers=SAVED), "name: Receipt.pdf", 'is called "Invoice 7.pdf", not "Receipt.pdf"'),
        (Page("%PDF-1.4", headers=SAVED), "at least: 1 kB", "has 8 bytes, fewer than 1 kB"),
    ],
)
def test_another_file_than_asked_for_is_told(walker: Walker, invoice: Page, asked: str, message: str) -> None:
    walked = walk(walker, invoice, f"{{target: Invoice, {asked}}}")

    assert walked.judgement.verdict == "broken"
    assert told(walked).startswith(f'The file of "Invoice" {message}')
    assert "download" in {e.kind for e in walked.record.steps[0].evidence}


def test_a_button_that_brings_no_file_is_told(walker: Walker) -> None:
    walker.patience_ms = 500
    walked = walk(walker, Page(PDF), "Print", before="hover: Print")

    assert walked.judgement.verdict == "broken"
    assert walked.judgement.findings[0].sentence == (
        'Customers cannot keep the invoice: at "Take the invoice", the file of "Print" does not come.'
    )


def test_what_is_missing_after_a_download_is_told_as_missing(walker: Walker) -> None:
    walker.patience_ms = 500
    walked = walk(walker, Page(PDF, headers=SAVED), "Invoice", seen="Thank you")

    assert walked.record.steps[0].trouble
    assert walked.record.steps[0].trouble.kind == "check failed"


@pytest.mark.parametrize(
    ("body", "kept"),
    [("Her password: open sesame\n", "Her password: •••••\n"), (PDF, None)],
    ids=["text", "pdf"],
)
def test_no_secret_is_kept_in_a_file(walker: Walker, body: str, kept: str | None) -> None:
    before = 'fill: {Password: "${secret.SHOPPER_PASSWORD}"}'
    walked = walk(walker, Page(body, headers=SAVED), "Invoice", before=before)

    assert walked.judgement.verdict == "fine"
    (piece,) = [e for e in walked.record.steps[0].evidence if e.kind == "download"]
    assert (piece.file and (walked.folder / piece.file).read_text()) == kept
    assert piece.file or piece.problem
