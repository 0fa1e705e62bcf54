// The messages of trouble that a customer can see on the page right now.
({ most }) => {
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
  return [...new Set(texts)].filter((text) => text && text.length <= 300).slice(0, 5);
}
