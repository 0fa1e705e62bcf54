// A field and the secret about to be typed into it in; its signs are dots from now on, and the page goes to no
// address that holds the secret, as a form does that is sent by GET. No secret: whether that was kept back, out.
(field, secret) => {
  const KEPT_BACK = Symbol.for("mystery shopper: kept back"), SHORTEST_WITHIN = 8;
  if (!secret) return Boolean(window[KEPT_BACK]);
  field.style.setProperty("-webkit-text-security", "disc", "important");
  const holds = (text) => text === secret || (secret.length >= SHORTEST_WITHIN && text.includes(secret));
  const plain = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };
  window.navigation?.addEventListener("navigate", (event) => {
    const { url, sameDocument } = event.destination;
    const { pathname, searchParams } = new URL(url);
    if (sameDocument || !event.cancelable) return;
    if (![...searchParams.values(), ...pathname.split("/").map(plain)].some(holds)) return;
    event.preventDefault();
    window[KEPT_BACK] = true;
  });
}
