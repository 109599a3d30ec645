// Postings a student keeps: in this browser only, nothing is sent.
const key = "shortlist";
const read = () => {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? [];
  } catch {
    return [];
  }
};
const link = document.querySelector("[data-shortlist-link]");
const address = (slugs) => `${link.pathname}?${new URLSearchParams(slugs.map((slug) => ["posting", slug]))}`;

const show = () => {
  const slugs = read();
  if (link) {
    link.textContent = slugs.length ? `Shortlist (${slugs.length})` : "Shortlist";
    link.search = slugs.length ? address(slugs).split("?")[1] : "";
  }
  for (const button of document.querySelectorAll("[data-keep] > button")) {
    const { keep, title } = button.parentElement.dataset;
    button.textContent = slugs.includes(keep) ? "Kept" : "Keep";
    button.setAttribute("aria-label", `${button.textContent}: ${title}`);
  }
};

const write = (slugs) => {
  localStorage.setItem(key, JSON.stringify([...new Set(slugs)]));
  show();
};

const addButtons = (root) => {
  for (const place of root.querySelectorAll("[data-keep]:not(:has(> button))")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button--quiet";
    button.addEventListener("click", () => {
      const slug = place.dataset.keep;
      const slugs = read();
      write(slugs.includes(slug) ? slugs.filter((each) => each !== slug) : [...slugs, slug]);
    });
    place.append(button);
  }
  show();
};

addButtons(document);
document.body.addEventListener("htmx:load", (event) => addButtons(event.target));

const named = new URLSearchParams(location.search).getAll("posting");
if (link && location.pathname === link.pathname && !named.length && read().length) location.replace(address(read()));
// Rearranging one's own list is kept; a list that somebody else sent is only looked at.
for (const move of document.querySelectorAll("[data-arrange]")) {
  move.addEventListener("click", () => {
    if (named.join() === read().join()) write(new URL(move.href).searchParams.getAll("posting"));
  });
}
