// Runs in every page before its own scripts: tells how the page, and each view of it, came to the shopper.
// Values are pushed as they come, a few times a page; what was not measured is never sent.
const PUSH_MS = 400; // each push costs half a millisecond of three processes
const origin = performance.timeOrigin;
const document_id = `${origin}-${Math.random()}`;
const views = [];
let waiting = false;
let leaving = false;
let facts = {
  width: Math.round((window.visualViewport?.width ?? 0) * (window.visualViewport?.scale ?? 1)),
  touch: navigator.maxTouchPoints > 0,
  agent: navigator.userAgent,
  language: navigator.language,
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  rtt: navigator.connection?.rtt,
  downlink: navigator.connection?.downlink,
};

function beginView(start, url) {
  const left = views[views.length - 1];
  if (left) left.title ||= document.title; // the new view has not named itself yet
  views.push({ id: `${document_id}-${views.length}`, start, since: performance.now(), url, soft: Boolean(left) });
  pushSoon();
}

function readNavigation(view) {
  const [navigation] = performance.getEntriesByType("navigation");
  if (!navigation) return;
  view.start = navigation.activationStart ?? 0;
  const since = (at) => (at > 0 ? Math.max(0, at - view.start) : undefined);
  view.status = navigation.responseStatus || undefined;
  view.ttfb = since(navigation.responseStart);
  view.dcl = since(navigation.domContentLoadedEventEnd);
  view.load = since(navigation.loadEventEnd);
  view.redirects = navigation.redirectCount;
  view.document_bytes = navigation.transferSize;
  view.document_cached = navigation.deliveryType === "cache" || (navigation.transferSize === 0 && navigation.decodedBodySize > 0);
  if (navigation.responseStart && navigation.requestStart) view.server = navigation.responseStart - navigation.requestStart;
  if (navigation.loadEventEnd) view.browser = navigation.loadEventEnd - navigation.responseEnd;
}

function push() {
  waiting = false;
  if (!views[0].load) readNavigation(views[0]);
  views[views.length - 1].title = document.title;
  const told = views.slice(-2).map((view, index, both) => {
    const next = both[index + 1];
    const left = leaving || Boolean(next);
    return { ...view, ...figures(view, next?.start ?? Infinity), status: views[0].status, origin: origin + view.start, left };
  });
  const page = { views: told, facts, unmeasured: UNMEASURED, hidden: document.visibilityState === "hidden" };
  window.__harnessPageView?.(JSON.stringify(page));
  facts = undefined;
}

function pushSoon() {
  if (!waiting) { waiting = true; setTimeout(push, leaving ? 0 : PUSH_MS); }
}

// Asked at the end of a visit, frame by frame, until what is on the screen has been told.
let frames = 0;
window.__harnessTellPageViews = () => {
  frames += 1;
  if (frames < 3 || document.readyState !== "complete") return false;
  takeTheRest();
  push();
  return true;
};

beginView(0, location.href);
push(); // at once: whatever becomes of this page, that it was there is known
watchAll();
watchAddress();
addEventListener("load", () => setTimeout(pushSoon, 0));
addEventListener("click", () => { leaving = false; }, true); // she is still here: a download, or a page that never came
// What is pushed in `pagehide` is lost: the browser has let go of the page by then.
addEventListener("beforeunload", () => { leaving = true; takeTheRest(); push(); });
