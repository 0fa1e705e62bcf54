// What answers to a name in, the element that takes the focus for it out: the button around a text, the box
// of a label, the link in an item of a menu.
(element) => {
  const TAKES_FOCUS = "a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]:not([contenteditable=false]),"
    + " [role=option], [role=tab], [role^=menuitem], [role=treeitem], [role=gridcell], [role=radio]";
  const AROUND = "a[href], button, summary, [tabindex]:not([tabindex='-1']), [role=option], [role=tab], [role^=menuitem], [role=treeitem]";
  if (element.matches(TAKES_FOCUS)) {
    const inner = element.matches("a[href], button, input, [tabindex]") ? [] : element.querySelectorAll("a[href], button, input, [tabindex]");
    return inner.length === 1 ? inner[0] : element;
  }
  const label = element.closest("label");
  return label?.control ?? element.closest(AROUND) ?? element;
}
