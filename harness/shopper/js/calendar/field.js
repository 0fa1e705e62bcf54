// What asks for a day in; what kind of thing it is, and what it shows while it is empty, out.
(element) => ({
  native: element.matches("input[type=date], input[type=datetime-local], input[type=month], input[type=week], input[type=time]") ? element.type : "",
  isTyped: element.matches("input, textarea") && !element.readOnly && element.getAttribute("inputmode") !== "none",
  form: element.placeholder ?? "",
  isOutside: Boolean(element.validity?.rangeUnderflow || element.validity?.rangeOverflow),
  value: element.matches("input") ? element.value : "",
})
