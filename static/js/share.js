// "Copy link", without the student's answers unless they tick the box.
for (const place of document.querySelectorAll("[data-share]")) {
  if (!navigator.clipboard) break;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--quiet";
  button.textContent = "Copy link";
  place.append(button);
  const box = document.createElement("input");
  if (place.dataset.answers !== place.dataset.plain) {
    const label = document.createElement("label");
    box.type = "checkbox";
    label.append(box, " with my answers in it");
    place.append(label);
  }
  button.addEventListener("click", async () => {
    const path = box.checked ? place.dataset.answers : place.dataset.plain;
    await navigator.clipboard.writeText(new URL(path, location.origin).href);
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy link"), 2000);
  });
}
