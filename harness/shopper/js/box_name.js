// The label of the box or round button that an element is, or is the label of: empty where it is neither.
(element) => {
  const BOX = "input[type=checkbox], input[type=radio], [role=checkbox], [role=switch], [role=radio], [role=menuitemcheckbox], [role=menuitemradio]";
  const box = element?.closest(BOX) ?? element?.closest("label")?.control;
  if (!box?.matches(BOX)) return "";
  const textOf = (id) => box.getRootNode().getElementById?.(id)?.innerText ?? "";
  const labelledBy = (box.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean).map(textOf).join(" ");
  const labels = [...(box.labels ?? [])].map((label) => label.innerText).join(" ");
  const name = labelledBy.trim() || box.getAttribute("aria-label") || labels.trim() || box.innerText || box.title;
  return (name ?? "").replace(/\s+/g, " ").trim().slice(0, 80);
}
