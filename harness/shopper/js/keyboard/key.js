// A control that has the focus in, the key that presses it out; null for what only takes the cursor.
(control) => {
  if (control.matches("input[type=radio]:checked")) return null;
  if (control.matches("input[type=checkbox], input[type=radio], [role=checkbox], [role=radio], [role=switch]")) return "Space";
  if (control.matches("input[role=combobox]")) return "ArrowDown";
  const isTypedInto = control.matches("input:not([type=submit]):not([type=button]):not([type=reset]):not([type=image]):not([type=file]), textarea, select")
    || control.isContentEditable;
  return isTypedInto ? null : "Enter";
}
