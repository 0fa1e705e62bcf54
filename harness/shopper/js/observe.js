// Runs in every page before its own scripts: tells how the page came to the shopper.
// Values are pushed as they come; what was not measured is never sent.
(() => {
  if (window !== window.top || !/^https?:$/.test(location.protocol)) return;
  const view = { id: `${performance.timeOrigin}-${Math.random()}`, origin: performance.timeOrigin, url: location.href };
  let waiting = false;
  const push = () => {
    waiting = false;
    view.title = document.title;
    window.__harnessPageView?.(JSON.stringify(view));
  };
  const pushSoon = () => {
    if (!waiting) { waiting = true; setTimeout(push, 0); }
  };
  const watch = (type, take) => {
    try {
      new PerformanceObserver((list) => { list.getEntries().forEach(take); pushSoon(); }).observe({ type, buffered: true });
    } catch { /* this engine does not measure it: the value stays unknown */ }
  };

  watch("paint", (entry) => {
    if (entry.name === "first-contentful-paint") view.fcp = entry.startTime;
  });
  watch("largest-contentful-paint", (entry) => { view.lcp = entry.startTime; });

  // CLS as defined by web-vitals: the worst session window (gaps under 1 s, at most 5 s long).
  if (PerformanceObserver.supportedEntryTypes?.includes("layout-shift")) view.cls = 0;
  let session = { score: 0, first: 0, last: 0 };
  watch("layout-shift", (entry) => {
    if (entry.hadRecentInput) return;
    const joins = entry.startTime - session.last < 1000 && entry.startTime - session.first < 5000;
    session = joins
      ? { score: session.score + entry.value, first: session.first, last: entry.startTime }
      : { score: entry.value, first: entry.startTime, last: entry.startTime };
    view.cls = Math.max(view.cls, session.score);
  });

  const readNavigation = () => {
    const [navigation] = performance.getEntriesByType("navigation");
    if (!navigation) return;
    view.ttfb = navigation.responseStart || undefined;
    view.dcl = navigation.domContentLoadedEventEnd || undefined;
    view.load = navigation.loadEventEnd || undefined;
    const resources = performance.getEntriesByType("resource").filter((entry) => entry.startTime <= (view.load ?? Infinity));
    view.requests = resources.length + 1;
    view.bytes = resources.reduce((sum, entry) => sum + entry.transferSize, navigation.transferSize);
    pushSoon();
  };
  addEventListener("DOMContentLoaded", () => setTimeout(readNavigation, 0));
  addEventListener("load", () => setTimeout(readNavigation, 0));
  addEventListener("pagehide", push);
  pushSoon();
})();
