// A button that copies the text beside it: mail links are dead on many phones.
for (const text of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  const button = document.createElement("button");
  const idle = `Copy ${text.dataset.copy}`;
  button.type = "button";
  button.className = "button button--quiet";
  button.textContent = idle;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text.textContent.trim());
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = idle), 2000);
  });
  text.after(button);
}
