// Names the parts that Select2 and the admin's filter boxes add without a name, for people who do not see them.

function labelOf(container) {
  const select = container.previousElementSibling;
  return select?.labels?.[0]?.textContent.replace(/:\s*$/, "").trim() ?? "";
}

function nameSelection(container) {
  const label = labelOf(container);
  if (!label) return;
  container.querySelector(".select2-selection--single")?.setAttribute("aria-label", label);
  container.querySelector(".select2-selection--single")?.removeAttribute("aria-labelledby");
  container.querySelector(".select2-selection--multiple")?.setAttribute("aria-label", label);
  const shown = container.querySelector(".select2-selection--single .select2-selection__rendered");
  if (shown?.id && shown.textContent) {
    container.querySelector(".select2-selection--single").setAttribute("aria-describedby", shown.id);
  }
  for (const name of ["role", "aria-readonly"]) shown?.removeAttribute(name);
  container.querySelector(".select2-search__field")?.setAttribute("aria-label", label);
}

function name(root) {
  root.querySelectorAll(".select2-container").forEach(nameSelection);
  root.querySelectorAll(".select2-search__field:not([aria-label])").forEach((input) => {
    input.setAttribute("aria-label", "Type to search");
  });
  root.querySelectorAll(".help-tooltip[aria-label]").forEach((icon) => icon.setAttribute("role", "img"));
}

name(document);
new MutationObserver((changes) => {
  if (changes.some((change) => change.addedNodes.length)) name(document);
}).observe(document.body, { childList: true, subtree: true });
