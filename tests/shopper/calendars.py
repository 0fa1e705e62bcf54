"""Small pages that ask for a day, each marked up as a known way to do it, for tests."""

# ruff: noqa: E501 -- markup reads best as it is written

MONTHS = """
const addDays = (day, count) => new Date(day.getFullYear(), day.getMonth(), day.getDate() + count);
const iso = (day) => `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, "0")}-${String(day.getDate()).padStart(2, "0")}`;
const weeksOf = (month) => {
  const first = new Date(month.getFullYear(), month.getMonth(), 1);
  const days = [];
  for (let day = addDays(first, -first.getDay()); days.length % 7 || day.getMonth() === month.getMonth() || days.length < 28; day = addDays(day, 1)) days.push(day);
  return days;
};
const isTaken = (day) => day.getDay() === 0;
const named = (day, language = "en") => day.toLocaleDateString(language, { month: "long", year: "numeric" });
let month = new Date(2026, 10, 1);
const turn = (count) => { month = new Date(month.getFullYear(), month.getMonth() + count, 1); draw(); };
"""
ARIA_DIALOG = (
    """<title>Dialog</title><h1>Delivery</h1>
<label>Delivery day <input id=day placeholder="MM/DD/YYYY"></label>
<button aria-label="Choose the day" onclick="box.hidden = false; draw()">#</button>
<div id=box role=dialog aria-modal=true aria-label="Choose a day" hidden>
  <button aria-label="previous year" onclick="turn(-12)">&lt;&lt;</button>
  <button aria-label="previous month" onclick="turn(-1)">&lt;</button>
  <h2 id=title aria-live=polite></h2>
  <button aria-label="next month" onclick="turn(1)">&gt;</button>
  <button aria-label="next year" onclick="turn(12)">&gt;&gt;</button>
  <table role=grid aria-labelledby=title><thead><tr><th abbr=Sunday>Su<th>Mo</tr></thead><tbody id=grid></tbody></table>
</div><script>"""
    + MONTHS
    + """
function draw() {
  title.textContent = named(month);
  const days = weeksOf(month);
  grid.innerHTML = days.map((each, at) => {
    const other = each.getMonth() !== month.getMonth();
    return `${at % 7 ? "" : "<tr>"}<td tabindex=${each.getDate() === 1 && !other ? 0 : -1} ${other || isTaken(each) ? "class=disabled aria-disabled=true" : ""} data-date=${iso(each)}>${each.getDate()}</td>`;
  }).join("");
}
const choose = ({ target }) => {
  const cell = target.closest("td:not(.disabled)");
  if (cell) { const [y, m, d] = cell.dataset.date.split("-"); day.value = `${m}/${d}/${y}`; box.hidden = true; }
};
grid.addEventListener("click", choose);
grid.addEventListener("keydown", (event) => {
  if (event.key === "Enter") choose(event);
  if (event.key === "ArrowRight") (event.target.nextElementSibling ?? event.target.parentElement.nextElementSibling?.firstElementChild)?.focus();
  if (event.key === "ArrowDown") event.target.parentElement.nextElementSibling?.children[event.target.cellIndex]?.focus();
});
</script>"""
)
READ_ONLY_FIELD = (
    """<title>Read only</title><h1>Delivery</h1>
<label>Delivery day <input id=day readonly></label>
<script>"""
    + MONTHS
    + """
const box = document.createElement("div");
box.className = "flatpickr-calendar";
box.hidden = true;
document.body.append(box);
day.onfocus = day.onclick = () => { box.hidden = false; draw(); };
function draw() {
  const names = [...Array(12).keys()].map((at) => new Date(2026, at, 1).toLocaleDateString("en", { month: "long" }));
  box.innerHTML = `<div class=flatpickr-months><span class=flatpickr-prev-month><svg width=9 height=9></svg></span>
    <select class=flatpickr-monthDropdown-months>${names.map((name, at) => `<option ${at === month.getMonth() ? "selected" : ""}>${name}`).join("")}</select>
    <input class=cur-year type=number value=${month.getFullYear()}><span class=flatpickr-next-month><svg width=9 height=9></svg></span></div>
    <div class=dayContainer>${weeksOf(month).map((each) => {
      const other = each.getMonth() === month.getMonth() ? "" : each < month ? "prevMonthDay" : "nextMonthDay";
      return `<span style="display:inline-block;width:40px" class="flatpickr-day ${other} ${isTaken(each) ? "flatpickr-disabled" : ""}" data-date=${iso(each)}>${each.getDate()}</span>`;
    }).join("")}</div>`;
  box.querySelector(".flatpickr-prev-month").onclick = () => turn(-1);
  box.querySelector(".flatpickr-next-month").onclick = () => turn(1);
  for (const cell of box.querySelectorAll(".flatpickr-day:not(.flatpickr-disabled)")) {
    cell.onclick = () => { day.value = cell.dataset.date; box.hidden = true; };
  }
}
</script>"""
)
TWO_MONTHS = (
    """<!doctype html><html lang=de><title>Zwei Monate</title><h1>Lieferung</h1>
<label>Liefertag <input id=day></label>
<div id=box class=react-datepicker hidden>
  <button aria-label="Vorheriger Monat" onclick="turn(-1)">x</button>
  <button aria-label="Nächster Monat" onclick="turn(1)">x</button><div id=both></div></div>
<script>"""
    + MONTHS
    + """
day.onfocus = () => { box.hidden = false; draw(); };
function draw() {
  both.innerHTML = [month, new Date(month.getFullYear(), month.getMonth() + 1, 1)].map((shown) => `<div class=react-datepicker__month-container>
    <h2>${named(shown, "de")}</h2><div role=listbox class=react-datepicker__month>${weeksOf(shown).map((each) => {
      const other = each.getMonth() !== shown.getMonth();
      return `<div role=option style="display:inline-block;width:40px" tabindex=-1 data-date=${iso(each)} aria-disabled=${other || isTaken(each)}>${each.getDate()}</div>`;
    }).join("")}</div></div>`).join("");
}
both.onclick = ({ target }) => {
  if (target.matches("[aria-disabled=false]")) { day.value = target.dataset.date.split("-").reverse().join("."); box.hidden = true; }
};
</script>"""
)
NATIVE = """<title>Native</title><h1>Delivery</h1><form>
<label>Day <input type=date name=date max=2027-12-31></label>
<label>Moment <input type=datetime-local name=moment></label>
<label>Month <input type=month name=month></label><label>Week <input type=week name=week></label>
<label>Time <input type=time name=time></label></form>
<label>Birthday <input placeholder="DD/MM/YYYY"></label> <label>Since <input></label>"""
