"""The control page for the person who runs the shop: defects on and off, what reached the shop."""

from dataclasses import asdict
from ipaddress import ip_address

from flask import Blueprint, abort, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from harness.demo.areas.current import connection, defect, shop
from harness.demo.defects import DEFECTS, UnknownDefectError
from harness.demo.rules.card import CARDS
from harness.demo.store.counts import counts

control = Blueprint("control", __name__, url_prefix="/demo")


@control.before_request
def only_from_this_machine() -> None:
    """Turn away everybody who is not on this machine, and other sites' pages in its browser."""
    if not ip_address(request.remote_addr or "0.0.0.0").is_loopback:  # noqa: S104 - an address that is no loopback
        abort(403)
    if request.headers.get("Origin", request.host_url.rstrip("/")) != request.host_url.rstrip("/"):
        abort(403)


@control.get("/defects")
def show() -> ResponseReturnValue:
    """List the defects with their switches."""
    active = {name for name in DEFECTS if defect(name)}
    return render_template(
        "control.html", defects=DEFECTS, active=active, counts=counts(connection()), cards=CARDS
    )


@control.post("/defects/<name>")
def switch(name: str) -> ResponseReturnValue:
    """Switch one defect `on` or `off`, as the form field `state` says."""
    state = request.form.get("state")
    if state not in {"on", "off"}:
        return jsonify(problem='"state" must be "on" or "off".'), 400
    try:
        shop().defects.switch(name, on=state == "on")
    except UnknownDefectError as error:
        return jsonify(problem=str(error)), 404
    if "show" in request.form:
        return redirect(url_for("control.show"))
    return jsonify(name=name, on=state == "on")


@control.get("/counts")
def show_counts() -> ResponseReturnValue:
    """Say what visitors have left in the shop."""
    return jsonify(asdict(counts(connection())))
