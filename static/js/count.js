// Sums without people: that a posting was looked at, that applying or asking began, that a search found nothing.
const send = (address, facts) => navigator.sendBeacon?.(address, new URLSearchParams(facts));
const asked = navigator.globalPrivacyControl === true;

const countPosting = (address) => {
  const told = new Set();
  const tell = (what) => {
    if (!told.has(what)) send(address, { what });
    told.add(what);
  };
  for (const kind of ["click", "copy"]) {
    document.addEventListener(kind, (event) => {
      const place = event.target.closest?.("[data-counts]");
      if (place && (kind === "copy" || event.target.closest("a, button"))) tell(place.dataset.counts);
    });
  }
  tell("view");
};

const countSearches = (root) => {
  const place = root.querySelector("[data-found-nothing]");
  const q = new URLSearchParams(location.search).get("q");
  if (place && q) send(place.dataset.foundNothing, { q });
};

const begin = () => {
  const posting = document.querySelector("[data-count]");
  if (posting) countPosting(posting.dataset.count);
  countSearches(document);
  document.body.addEventListener("htmx:load", (event) => countSearches(event.target));
};

// A page that the browser only prepares has not been looked at.
if (!asked && document.prerendering) document.addEventListener("prerenderingchange", begin, { once: true });
else if (!asked) begin();
