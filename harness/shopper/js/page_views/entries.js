// What the browser measures in, lists of it out, bounded, each entry with its moment on the page's clock.
const MOST = 5000;
const seen = { paints: [], largest: [], answered: [], confirmed: [], shifts: [], tasks: [], inputs: [], resources: [] };
const observers = [];
const measures = (type) => Boolean(window.PerformanceObserver?.supportedEntryTypes?.includes(type));
const keep = (list, entry) => { if (list.length < MOST) list.push(entry); };
const UNMEASURED = [
  "paint", "largest-contentful-paint", "interaction-contentful-paint", "soft-navigation", "layout-shift", "longtask",
  "event",
].filter((type) => !measures(type));

function watch(type, take, options) {
  if (!measures(type)) return;
  const observer = new PerformanceObserver((list) => { list.getEntries().forEach(take); pushSoon(); });
  observer.observe({ type, buffered: true, ...options });
  observers.push(() => observer.takeRecords().forEach(take));
}

// Delivers what was measured and not told yet: before the page goes, and when the visit ends.
const takeTheRest = () => observers.forEach((take) => take());

function watchAll() {
  watch("paint", (entry) => {
    if (entry.name === "first-contentful-paint") keep(seen.paints, { at: entry.startTime });
  });
  watch("largest-contentful-paint", (entry) => {
    keep(seen.largest, { at: entry.startTime, size: entry.size, what: inWords(entry.element) });
  });
  // Both begin with the interaction they belong to, and end when its result was on the screen.
  watch("interaction-contentful-paint", (entry) => {
    const largest = entry.largestContentfulPaint ?? entry;
    keep(seen.answered, { began: entry.startTime, took: entry.duration, size: largest.size, what: inWords(largest.element) });
  });
  watch("soft-navigation", (entry) => {
    const confirmed = { began: entry.startTime, took: entry.duration, url: entry.name };
    keep(seen.confirmed, confirmed);
    confirm(confirmed);
  });
  watch("layout-shift", (entry) => {
    if (entry.hadRecentInput) return;
    const area = (source) => source.currentRect.width * source.currentRect.height;
    const [most] = [...(entry.sources ?? [])].sort((one, other) => area(other) - area(one));
    keep(seen.shifts, { at: entry.startTime, score: entry.value, what: inWords(most?.node) });
  });
  watch("longtask", (entry) => keep(seen.tasks, { at: entry.startTime, took: entry.duration }));
  const input = (entry) => {
    if (!entry.interactionId) return;
    const { startTime: at, duration: took, interactionId: id, processingStart: handled } = entry;
    keep(seen.inputs, { at, took, id, handled, what: inWords(entry.target) });
  };
  watch("event", input, { durationThreshold: 16 });
  watch("first-input", input);
  watch("resource", (entry) => {
    const isCached = entry.deliveryType === "cache" || (entry.transferSize === 0 && entry.decodedBodySize > 0);
    const isHidden = entry.transferSize === 0 && entry.decodedBodySize === 0 && !entry.responseStatus;
    const { host, protocol } = new URL(entry.name, location.href);
    if (!/^https?:$/.test(protocol)) return;
    keep(seen.resources, { at: entry.startTime, bytes: entry.transferSize, host, isCached, isHidden });
  });
}
