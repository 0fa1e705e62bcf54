// A control in; where the focus is out: on it, on its group (one stop of Tab, moved within by arrows), and which
// place on the page it is on, "" where it is on none.
(control) => {
  const GROUP = "[role=tablist], [role=menu], [role=menubar], [role=radiogroup], [role=listbox], [role=grid], [role=tree], [role=toolbar], [role=treegrid]";
  let focus = document.hasFocus() ? document.activeElement : null;
  while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
  const isNowhere = !focus || focus === document.body || focus === document.documentElement;

  const place = [];
  for (let each = isNowhere ? null : focus; each; each = each.parentElement ?? each.getRootNode().host) {
    place.unshift(each.parentNode ? [...each.parentNode.children].indexOf(each) : 0);
  }
  const active = focus?.getAttribute("aria-activedescendant");
  // Whether fewer presses of Shift+Tab than of Tab lead there, as far as the page's order tells.
  const stops = control ? [...document.querySelectorAll("a[href], button, input, select, textarea, summary, iframe, [tabindex]")]
    .filter((each) => each === control || (each.tabIndex >= 0 && !each.disabled && each.checkVisibility())) : [];
  const [from, to] = [isNowhere ? -1 : stops.indexOf(focus), stops.indexOf(control)];
  const ahead = (to - from + stops.length + 1) % (stops.length + 1);
  const isBack = control?.tabIndex >= 0 && to >= 0 && ahead > (stops.length + 1) / 2;

  const facts = { isBack, place: place.join(".") + (active ? `#${active}` : ""), isFrame: Boolean(focus?.matches("iframe, frame")) };
  if (!control || isNowhere) return facts;

  const told = (name) => (focus.getAttribute(name) ?? "").split(/\s+/).filter(Boolean);
  const group = control.closest(GROUP);
  const isSibling = control.type === "radio" && focus.type === "radio" && focus.name === control.name && focus.form === control.form;
  const owns = group && [...told("aria-controls"), ...told("aria-owns")].includes(group.id);
  return {
    ...facts,
    isOn: focus === control || (control.id !== "" && told("aria-activedescendant").includes(control.id)),
    isInGroup: Boolean(isSibling || (group && (group.contains(focus) || owns) && control.tabIndex < 0)),
    sideways: Boolean(group?.matches("[role=tablist], [role=menubar], [role=toolbar], [role=grid]") && group.getAttribute("aria-orientation") !== "vertical"),
  };
}
