// The list changes in place: keep its address short, say aloud what came of a choice, and say so if nothing came.
const announce = (text) => (document.getElementById("announcement").textContent = text);

document.body.addEventListener("htmx:configRequest", ({ detail }) => {
  for (const [name, value] of [...detail.formData.entries()]) if (value === "") detail.formData.delete(name);
});
document.body.addEventListener("htmx:afterSettle", () => {
  const count = document.getElementById("results-count");
  if (count) announce(count.textContent);
});
for (const failure of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
  document.body.addEventListener(failure, ({ detail }) => {
    const notice = document.querySelector("[data-failed]");
    notice.hidden = false;
    notice.querySelector("a").href = detail.pathInfo.finalRequestPath;
    announce(notice.textContent);
  });
}
