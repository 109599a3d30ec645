// A closing in the reader's own time, where their clock differs from the one at the place.
for (const time of document.querySelectorAll("[data-zone]")) {
  const said = (timeZone) => new Intl.DateTimeFormat("en-AU", { dateStyle: "full", timeStyle: "short", timeZone }).format(new Date(time.dateTime));
  const here = said(undefined);
  if (here !== said(time.dataset.zone)) time.after(` (where you are: ${here})`);
}
