// How the page looks to a customer right now: what it is called, how it begins, what it says of trouble.
// Bounded: a page of any size is read up to a limit.
(troubles, { longest, most }) => {
  const fold = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const visible = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getClientRects().length > 0;
  const beginning = () => {
    const main = [...document.querySelectorAll("main, [role=main]")].find((one) => visible(one) && one.textContent.trim());
    const walker = document.createTreeWalker(main ?? document.body ?? document.documentElement, NodeFilter.SHOW_TEXT);
    let read = "";
    for (let seen = 0; seen < most && read.length < longest && walker.nextNode(); seen += 1) {
      const words = fold(walker.currentNode.data);
      const around = walker.currentNode.parentElement;
      if (words && !around.matches("script, style, noscript, template") && visible(around)) read += ` ${words}`;
    }
    return fold(read).slice(0, longest);
  };
  const headings = [...document.querySelectorAll("h1, h2, [role=heading]")].slice(0, most);
  return {
    title: fold(document.title),
    heading: fold(headings.find((heading) => fold(heading.innerText) && visible(heading))?.innerText).slice(0, 200),
    text: beginning(),
    frames: [...document.querySelectorAll("iframe[src], frame[src]")].slice(0, 10).map((frame) => frame.src),
    errors: troubles({ most }),
  };
}
