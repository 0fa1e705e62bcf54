// A view and the moment it ended in, its figures out: computed from the lists, so that nothing is stale.
const within = (list, from, until) => list.filter((entry) => entry.at >= from && entry.at < until);
const REST_MS = 5000;

// CLS as web-vitals defines it: the worst session window (gaps under 1 s, at most 5 s long).
function layoutShifts(view, until) {
  let [window_score, first, last, cls] = [0, 0, -Infinity, 0];
  let worst = { score: 0, what: "" };
  for (const shift of within(seen.shifts, view.start, until)) {
    const joins = shift.at - last < 1000 && shift.at - first < 5000;
    [window_score, first] = joins ? [window_score + shift.score, first] : [shift.score, shift.at];
    last = shift.at;
    cls = Math.max(cls, window_score);
    if (shift.score > worst.score) worst = shift;
  }
  return measures("layout-shift") ? { cls, worst_shift: worst.score, worst_shift_element: worst.what } : {};
}

// TBT as Lighthouse counts it: beyond 50 ms each, after the first content, until the page came to rest.
// Tasks in which the page answered the customer are in INP instead.
function blocking(view, shown, until) {
  const tasks = within(seen.tasks, view.start, until);
  let [tbt, last] = [0, shown];
  for (const task of tasks) {
    const end = task.at + task.took;
    if (shown === undefined || end <= shown) continue;
    if (task.at - last > REST_MS) break;
    last = end;
    const answers = seen.inputs.some((input) => input.handled >= task.at && input.handled <= end);
    if (!answers) tbt += Math.max(0, end - Math.max(task.at, shown) - 50);
  }
  if (!measures("longtask")) return {};
  return { long_tasks: tasks.length, tbt: shown === undefined ? undefined : tbt };
}

// The input that led to a view was made on the view before it: its first moment is that view's start or earlier.
function slowestAnswer(view, until) {
  const began = new Map();
  for (const input of seen.inputs) began.set(input.id, Math.min(began.get(input.id) ?? Infinity, input.at));
  const inputs = seen.inputs.filter((one) => isOn(view, began.get(one.id), until));
  const [slowest] = inputs.sort((one, other) => other.took - one.took);
  const acted = acts.some((at) => isOn(view, at, until));
  return slowest ? { acted, inp: slowest.took, inp_at: origin + slowest.at, inp_element: slowest.what } : { acted };
}

const isOn = (view, at, until) => (view.soft ? at > view.start : at >= view.start) && at <= until;

function requests(view, until) {
  const hosts = {};
  const taken = within(seen.resources, view.start, Math.min(until, view.soft ? Infinity : (view.load ?? Infinity) + view.start));
  for (const one of taken) {
    const [asked, hidden] = hosts[one.host] ?? [0, 0];
    if (one.host in hosts || Object.keys(hosts).length < 200) hosts[one.host] = [asked + 1, hidden + one.isHidden];
  }
  return {
    hosts,
    bytes: taken.reduce((sum, one) => sum + one.bytes, 0),
    cached: taken.filter((one) => one.isCached).length,
    readable: taken.filter((one) => !one.isHidden).length,
  };
}

function painted(view, until) {
  if (!view.soft) {
    const largest = within(seen.largest, 0, until).pop();
    return {
      fcp: within(seen.paints, 0, until).pop()?.at, lcp: largest?.at, lcp_element: largest?.what, lcp_area: largest?.size,
    };
  }
  const largest = seen.answered.filter((paint) => Math.abs(paint.began - view.start) < 1).pop();
  const first = seen.confirmed.find((one) => Math.abs(one.began - view.start) < 1)?.took;
  return {
    fcp: first === undefined ? undefined : view.start + first,
    lcp: largest && view.start + largest.took, lcp_element: largest?.what, lcp_area: largest?.size,
  };
}

function figures(view, until) {
  const paints = painted(view, until);
  const since = (at) => (at === undefined ? undefined : Math.max(0, at - view.start));
  return {
    ...paints, fcp: since(paints.fcp), lcp: since(paints.lcp),
    ...layoutShifts(view, until), ...blocking(view, paints.fcp ?? (view.soft ? view.start : undefined), until),
    ...slowestAnswer(view, until), ...requests(view, until),
  };
}
