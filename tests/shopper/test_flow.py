"""What is done only if, or until, something is seen; and what is waited for with a reason."""

from harness.shopper.windows import AT_REST_MS
from tests.pages import Page, serving
from tests.walking import Walked, Walker

JOURNEY = """\
journey: See what there is
steps:
  - step: Look
    do:
      - open: /
{actions}
    see: Shirts
"""
IF = """\
      - if see:
          target: {target}
          do:
            - click: Sign in
            - see: Welcome
"""
SHOW_MORE = """\
      - repeat until see:
          target: No more results
          do:
            - click: Show more
          at most: {times}
"""
WAIT = "      - wait for: {{target: Ready, because: the label is printed, at most: {longest}}}"
SIGN_IN = """\
<h1>Shirts</h1><p>Total: $5.00</p>
<button onclick='greeting.textContent=`Welcome`'>Sign in</button><p id=greeting></p>"""
LATE = """\
<h1>Shirts</h1><p id=greeting></p><script>
fetch("/more").then(answer => answer.text())
  .then(text => document.body.insertAdjacentHTML("beforeend", text));
</script>"""
MORE = """\
<h1>Shirts</h1><ul id=list></ul><p id=end></p><button onclick="more()">Show more</button><script>
let shown = 0;
const more = async () => {
  const text = await (await fetch("/more")).text();
  list.insertAdjacentHTML("beforeend", `<li>${text} ${++shown}`);
  if (shown === 2) end.textContent = "No more results";
};
</script>"""
READY_LATER = "<h1>Shirts</h1><script>setTimeout(() => document.body.append('Ready'), 1500)</script>"


def walk(walker: Walker, address: str, actions: str) -> Walked:
    return walker.walk(JOURNEY.format(actions=actions), address=address)


def told(walked: Walked) -> list[str]:
    return [action.sentence for action in walked.record.steps[0].actions]


def test_what_is_seen_is_followed_and_what_is_not_seen_is_left_out(walker: Walker) -> None:
    with serving({"/": SIGN_IN}) as site:
        walked = walk(
            walker, site.address, IF.format(target="Total") + IF.format(target='heading "Sign in first"')
        )

    assert walked.judgement.verdict == "fine"
    assert told(walked) == [
        'open "/"',
        'if see "Total": yes, so taken',
        'click "Sign in"',
        'see "Welcome"',
        'if see heading "Sign in first": no, so not taken',
        'see "Shirts"',
    ]
    assert [action.sentence for action in walked.record.steps[0].actions if action.is_told] == [
        'if see "Total": yes, so taken',
        'if see heading "Sign in first": no, so not taken',
    ]


def test_a_value_or_a_state_may_decide_too(walker: Walker) -> None:
    ways = {
        "{Total: {less than: $6.00}}": "taken",
        "{Total: $6.00}": "not taken",
        'button "Sign in" is disabled': "not taken",
        "{buttons on the page: at least 1}": "taken",
        "{Delivery: Free}": "not taken",
    }
    asked = "".join(f"      - if see: {{target: {target}, do: [see: Shirts]}}\n" for target in ways)
    with serving({"/": SIGN_IN}) as site:
        walked = walk(walker, site.address, asked)

    looks = [action for action in walked.record.steps[0].actions if action.is_told]
    assert walked.judgement.verdict == "fine"
    assert [look.sentence.rpartition(", so ")[2] for look in looks] == list(ways.values())


def test_what_an_answer_still_brings_is_waited_for(walker: Walker) -> None:
    button = Page("<button onclick='greeting.textContent=`Welcome`'>Sign in</button>", delay_s=1.3)
    with serving({"/": LATE, "/more": button}) as site:
        walked = walk(walker, site.address, IF.format(target="Sign in"))

    assert told(walked)[1] == 'if see "Sign in": yes, so taken'


def test_a_page_that_leads_on_by_itself_has_not_come_to_rest(walker: Walker) -> None:
    walker.patience_ms = 10_000
    leads_on = "<h1>Shirts</h1><script>setTimeout(() => location = '/next', 500)</script>"
    with serving({"/": leads_on, "/next": Page(SIGN_IN, delay_s=1.3)}) as site:
        walked = walk(walker, site.address, IF.format(target="Sign in"))

    assert told(walked)[1] == 'if see "Sign in": yes, so taken'


def test_what_nobody_can_tell_is_no_way_to_go_on(walker: Walker) -> None:
    with serving({"/": "<h1>Shirts</h1><p>Total: $5.00</p><p>Total: $6.00</p>"}) as site:
        walked = walk(walker, site.address, IF.format(target="{Total: $6.00}"))

    (step,) = walked.record.steps
    assert step.trouble
    assert step.trouble.kind == "ambiguous"
    assert walked.judgement.verdict == "journey out of date"


def test_to_make_sure_that_something_is_not_there_is_no_time_of_the_site(walker: Walker) -> None:
    with serving({"/": SIGN_IN}) as site:
        walked = walk(walker, site.address, IF.format(target="Nothing of the kind"))

    (step,) = walked.record.steps
    assert step.active_ms <= step.duration_ms - AT_REST_MS


def test_it_is_done_until_the_end_is_seen_and_told_how_often(walker: Walker) -> None:
    with serving({"/": MORE, "/more": Page("Shirt", delay_s=0.1)}) as site:
        walked = walk(walker, site.address, SHOW_MORE.format(times=5))

    assert walked.judgement.verdict == "fine"
    assert told(walked)[1:6] == [
        'repeat until see "No more results": not yet, so round 1',
        'click "Show more"',
        'repeat until see "No more results": not yet, so round 2',
        'click "Show more"',
        'repeat until see "No more results": yes, after 2 rounds',
    ]


def test_what_is_there_already_needs_no_round(walker: Walker) -> None:
    with serving({"/": "<h1>Shirts</h1>No more results"}) as site:
        walked = walk(walker, site.address, SHOW_MORE.format(times=5))

    assert told(walked)[1:] == ['repeat until see "No more results": yes, at once', 'see "Shirts"']


def test_an_end_that_never_comes_is_a_broken_step_that_says_how_often(walker: Walker) -> None:
    walker.patience_ms = 500
    with serving({"/": MORE, "/more": "Shirt"}) as site:
        walked = walk(walker, site.address, SHOW_MORE.format(times=1))

    (step,) = walked.record.steps
    assert step.trouble
    assert (step.trouble.kind, step.trouble.place.line) == ("check failed", 6)
    assert step.trouble.message == 'expected "No more results" to appear after 1 round'
    assert [action.verb for action in step.actions].count("click") == 1
    assert walked.judgement.verdict == "broken"
    assert walked.judgement.findings[0].detail.startswith(
        'Customers expect "No more results" to appear after 1 round; that never happened.'
    )


def test_blocks_stand_in_blocks_and_remember_for_themselves(walker: Walker) -> None:
    inner = """\
      - repeat until see:
          target: No more results
          at most: 5
          do:
            - if see:
                target: {items in list: at least 1}
                do:
                  - remember: {shirt: listitem "Shirt 1"}
                  - see: ${shirt}
            - click: Show more
"""
    with serving({"/": MORE, "/more": "Shirt"}) as site:
        walked = walk(walker, site.address, inner.replace("items in list", "items on the page"))

    assert walked.judgement.verdict == "fine"
    ways = [sentence.rpartition(": ")[2] for sentence in told(walked) if sentence.startswith("if see")]
    assert ways == ["no, so not taken", "yes, so taken"]


def test_a_wait_with_a_reason_is_longer_than_any_other_and_counts_as_the_sites_time(walker: Walker) -> None:
    walker.patience_ms = 500
    with serving({"/": READY_LATER}) as site:
        walked = walk(walker, site.address, WAIT.format(longest="20s"))

    (step,) = walked.record.steps
    wait = step.actions[1]
    assert walked.judgement.verdict == "fine"
    assert (wait.sentence, wait.is_told) == ('wait for "Ready", because the label is printed', True)
    assert step.active_ms >= wait.duration_ms > walker.patience_ms


def test_a_wait_in_vain_tells_how_long_and_why(walker: Walker) -> None:
    with serving({"/": "<h1>Shirts</h1>"}) as site:
        walked = walk(walker, site.address, WAIT.format(longest="10.1s"))

    assert walked.judgement.verdict == "broken"
    assert walked.judgement.findings[0].detail.startswith(
        'Customers expect "Ready" to appear within 10.1s, because the label is printed; that never happened.'
    )
