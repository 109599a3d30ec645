// Names, beside the save button of a live posting, what is about to change; the page after saving says old and new.

const place = document.querySelector("[data-changes]");
const form = place?.closest("form");

function valueOf(field) {
  if (field.type === "checkbox" || field.type === "radio") return String(field.checked);
  if (field.multiple) return [...field.options].filter((option) => option.selected).map((option) => option.value).join();
  return field.value;
}

function labelOf(field) {
  const row = field.closest(".inline-group")?.querySelector("h2") ?? field.closest("[role=group][aria-label]");
  const words = row?.getAttribute("aria-label") ?? row?.textContent ?? field.labels?.[0]?.textContent ?? "";
  return words.replace(/:\s*$/, "").trim();
}

function fieldsOf() {
  return [...form.elements].filter((field) => field.name && !["hidden", "submit", "button"].includes(field.type));
}

function tell() {
  const changed = fieldsOf().filter((field) => valueOf(field) !== (before.get(field) ?? ""));
  const labels = [...new Set(changed.map(labelOf).filter(Boolean))];
  const words = labels.length ? `About to change: ${labels.join(", ")}.` : "";
  if (place.textContent !== words) place.textContent = words;
}

const before = new Map(form ? fieldsOf().map((field) => [field, valueOf(field)]) : []);
form?.addEventListener("input", tell);
form?.addEventListener("change", tell);

// The server need not name them once more.
if (form) {
  const told = Object.assign(document.createElement("input"), { type: "hidden", name: "told", value: "1" });
  form.append(told);
}
