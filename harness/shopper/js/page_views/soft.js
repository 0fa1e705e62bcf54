// Changes of the address in, new views out: what a client router shows counts as a page of its own.
// Not a view: a jump to a place on the same page, and an address that is only written anew.
const CAUSES_FOR_MS = 10000; // as long as a customer waits for what she did (Nielsen 1993)
const acts = [];
let address = new URL(location.href);

const note = (event) => {
  if ((event.isTrusted || event.type === "change") && acts.length < MOST) acts.push(event.timeStamp);
};
const samePlace = (one, other) => one.pathname + one.search === other.pathname + other.search;
const isRoute = (fragment) => /^#!?\//.test(fragment);

// A fragment that is a place on the page, or that brings nothing new, is a jump.
function whenNewContentComes(then) {
  const watcher = new MutationObserver((changes) => {
    if (!changes.some((change) => [...change.addedNodes].some((node) => node.textContent.trim()))) return;
    watcher.disconnect();
    then();
  });
  watcher.observe(document.documentElement, { childList: true, subtree: true });
  setTimeout(() => watcher.disconnect(), 1000);
}

const placeOnPage = (fragment) => {
  const name = decodeURIComponent(fragment.slice(1));
  return !name || name === "top" || document.getElementById(name) || document.getElementsByName(name).length;
};

function startOfView() {
  const current = views[views.length - 1];
  const now = performance.now();
  const act = acts[acts.length - 1];
  return act !== undefined && act > current.start && now - act < CAUSES_FOR_MS ? act : now;
}

// A router that sends on at once, and a page that finds its own address while it loads, show nothing twice.
function isYoung(view) {
  const [navigation] = performance.getEntriesByType("navigation");
  const ready = view.soft ? view.since : navigation?.loadEventEnd;
  return !ready || performance.now() - ready < 1000;
}

function isNewPlace(from, to, how, isAct) {
  if (samePlace(from, to) && !isRoute(from.hash) && !isRoute(to.hash)) return false;
  if (how !== "traverse" && !isAct && isYoung(views[views.length - 1])) return false;
  return how !== "replace" || (isAct && (from.pathname !== to.pathname || isRoute(to.hash)));
}

function changed(how) {
  const [from, to] = [address, new URL(location.href)];
  address = to;
  if (from.href === to.href) return;
  const start = startOfView();
  if (isNewPlace(from, to, how, start === acts[acts.length - 1])) return beginView(start, to.href);
  const current = views[views.length - 1];
  current.url = to.href;
  if (samePlace(from, to) && how !== "replace" && !placeOnPage(to.hash)) {
    whenNewContentComes(() => { if (location.href === to.href) beginView(start, to.href); });
  }
}

// The browser knows better than we which interaction led here: its word is taken for the start.
function confirm({ began, url }) {
  const view = views.findLast((one) => one.soft && one.url === url && began <= one.since);
  const previous = views[views.indexOf(view) - 1];
  if (view && began > previous.start) view.start = began;
}

function watchAddress() {
  for (const type of ["click", "keydown", "change"]) addEventListener(type, note, true);
  addEventListener("pageshow", (event) => { if (event.persisted) beginView(event.timeStamp, location.href); });
  if (window.navigation?.addEventListener) {
    navigation.addEventListener("currententrychange", (event) => changed(event.navigationType));
    return;
  }
  for (const [name, how] of [["pushState", "push"], ["replaceState", "replace"]]) {
    const own = history[name];
    history[name] = function (...given) {
      own.apply(this, given);
      changed(how);
    };
  }
  for (const type of ["popstate", "hashchange"]) addEventListener(type, () => changed("traverse"), true);
}
