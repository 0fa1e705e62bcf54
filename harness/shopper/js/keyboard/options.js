// A list and an option in; whether it can be chosen, and how many presses of an arrow it is away, out.
(list, wanted) => {
  const options = [...list.options];
  const texts = options.map(({ label }) => label.replace(/\s+/g, " ").trim());
  const index = texts.indexOf(wanted.replace(/\s+/g, " ").trim());
  const usable = (option) => !option.disabled && !option.closest("optgroup[disabled]") && !option.hidden;
  const between = options.slice(Math.min(index, list.selectedIndex), Math.max(index, list.selectedIndex) + 1).filter(usable).length;
  return {
    isThere: index >= 0 && usable(options[index]),
    isChosen: index === list.selectedIndex,
    presses: between - (usable(options[list.selectedIndex] ?? list) ? 1 : 0),
    isAbove: index < list.selectedIndex,
  };
}
