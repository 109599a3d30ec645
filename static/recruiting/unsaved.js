// Asks before a page is left whose form holds edits that nobody has saved; a double click saves them once.

const form = document.querySelector("#content-main > form[method='post'][id$='_form']");

// What the boxes with a filter hold is sent only once all of it is selected, and selecting there is no edit.
function state() {
  const boxes = [...form.querySelectorAll(".selector select")];
  const names = new Set(boxes.map((box) => box.name));
  const chosen = [...form.querySelectorAll(".selector-chosen select option")].map((option) => option.value).sort();
  const typed = [...new FormData(form)].filter(([name]) => !names.has(name));
  return JSON.stringify([typed, chosen]);
}

if (form) {
  const refused = form.querySelector(".errornote") !== null;
  let before = null;
  let sent = false;
  // The admin's own scripts fill in the boxes when the page has loaded.
  window.addEventListener("load", () => setTimeout(() => { before = state(); }));
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
    // Somebody who stopped the page from loading may send it again.
    setTimeout(() => { sent = false; }, 3000);
  });
  window.addEventListener("pageshow", () => { sent = false; });
  window.addEventListener("beforeunload", (event) => {
    if (!sent && (refused || (before !== null && state() !== before))) event.preventDefault();
  });
}
