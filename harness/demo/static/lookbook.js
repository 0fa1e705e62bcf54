// The lookbook: routes between stories in the browser, with the stories fetched as JSON.

const root = document.querySelector("[data-lookbook]");

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

async function fetchJson(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.json();
}

function picture(slug) {
  return element("img", { src: `/pictures/story/${slug}.svg`, alt: "", width: 800, height: 360 });
}

function listPage({ stories }) {
  const teasers = stories.map(({ slug, title, teaser }) =>
    element(
      "li",
      { class: "story-card" },
      picture(slug),
      element("h2", {}, element("a", { href: `/lookbook/${slug}`, "data-route": "" }, title)),
      element("p", {}, teaser),
    ),
  );
  return ["Lookbook", element("p", { class: "lead" }, "Stories from people who wear our things out."), element("ul", { class: "stories" }, ...teasers)];
}

function storyPage({ slug, title, teaser, paragraphs, products }) {
  const worn = products.map((product) =>
    element("li", {}, element("a", { href: `/product/${product.slug}` }, product.name), ` ${product.price}`),
  );
  return [
    title,
    element("p", { class: "lead" }, teaser),
    picture(slug),
    ...paragraphs.map((text) => element("p", {}, text)),
    element("h2", {}, "Worn in this story"),
    element("ul", { class: "worn" }, ...worn),
    element("p", {}, element("a", { href: "/lookbook", "data-route": "" }, "All stories")),
  ];
}

async function pageAt(path) {
  const slug = path.split("/")[2];
  return slug ? storyPage(await fetchJson(`/lookbook/stories/${slug}.json`)) : listPage(await fetchJson("/lookbook/stories.json"));
}

async function show(path, { isFirst = false } = {}) {
  try {
    const [title, ...body] = await pageAt(path);
    if (path !== location.pathname) return;
    const heading = element("h1", { tabindex: "-1" }, title);
    document.title = `${title} – Northfold`;
    root.replaceChildren(heading, ...body);
    if (!isFirst) heading.focus();
  } catch {
    root.replaceChildren(element("h1", {}, "Lookbook"), element("p", { role: "alert" }, "The lookbook could not be opened. Please try again."));
  }
}

root.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-route]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  history.pushState({}, "", link.href);
  window.scrollTo(0, 0);
  show(location.pathname);
});
window.addEventListener("popstate", () => show(location.pathname));
show(location.pathname, { isFirst: true });
