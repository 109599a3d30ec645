// Shared wording lies folded on a phone; its headings stay. Without this module it lies open.
if (matchMedia("(width < 40rem)").matches) {
  for (const fold of document.querySelectorAll("[data-fold]")) fold.open = false;
}
