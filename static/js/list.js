// The list changes in place: keep its address short, and say aloud what came of a choice.
document.body.addEventListener("htmx:configRequest", ({ detail }) => {
  for (const [name, value] of [...detail.formData.entries()]) if (value === "") detail.formData.delete(name);
});
document.body.addEventListener("htmx:afterSettle", () => {
  const count = document.getElementById("results-count");
  if (count) document.getElementById("announcement").textContent = count.textContent;
});
