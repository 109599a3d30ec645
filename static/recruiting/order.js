// Adds "Move up" and "Move down" to the items of a list; the numbers in "Order" stay the way without a script.

const rowsOf = (group) => [...group.querySelectorAll(".inline-related:not(.empty-form)")];
const orderOf = (row) => row.querySelector("input[name$='-order']");
const isFilled = (row) => row.classList.contains("has_original") || row.querySelector("textarea").value.trim() !== "";

function renumber(group) {
  rowsOf(group).filter(isFilled).forEach((row, index) => {
    orderOf(row).value = index + 1;
  });
}

function move(row, step) {
  const group = row.closest(".inline-group");
  const rows = rowsOf(group);
  const other = rows[rows.indexOf(row) + step];
  if (!other) return false;
  if (step < 0) other.before(row);
  else other.after(row);
  renumber(group);
  return true;
}

function button(row, label, step) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "act move";
  element.textContent = label;
  element.addEventListener("click", () => {
    const moved = move(row, step);
    const rows = rowsOf(row.closest(".inline-group"));
    announcer.textContent = moved ? `Now number ${rows.indexOf(row) + 1} of ${rows.length}` : "It cannot move further";
    element.focus();
  });
  return element;
}

function equip(row) {
  if (!orderOf(row) || row.querySelector(".move")) return;
  row.querySelector("h3").append(button(row, "Move up", -1), button(row, "Move down", 1));
}

const announcer = document.createElement("p");
announcer.className = "visually-hidden";
announcer.setAttribute("role", "status");
document.querySelector("main").append(announcer);
document.querySelectorAll(".inline-related:not(.empty-form)").forEach(equip);
document.addEventListener("formset:added", (event) => equip(event.target));
