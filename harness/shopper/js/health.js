// How the page looks to a customer right now: what it is called, how it begins, what it says of trouble.
// Bounded: a page of any size is read up to a limit.
({ longest, most }) => {
  const fold = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const visible = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getClientRects().length > 0;
  const alarming = '[role=alert], [aria-live=assertive], .error, .errors, .alert-danger, .alert-error, .error-message, .field-error';
  const texts = [...document.querySelectorAll(alarming)].slice(0, most).filter(visible).map((element) => fold(element.innerText));
  for (const field of [...document.querySelectorAll("[aria-invalid=true]")].slice(0, most)) {
    const ids = `${field.getAttribute("aria-errormessage") ?? ""} ${field.getAttribute("aria-describedby") ?? ""}`;
    for (const id of ids.split(/\s+/).filter(Boolean)) {
      const message = document.getElementById(id);
      if (message && visible(message)) texts.push(fold(message.innerText));
    }
  }
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
    errors: [...new Set(texts)].filter((text) => text && text.length <= 300).slice(0, 5),
  };
}
