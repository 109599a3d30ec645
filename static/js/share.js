// "Copy link", without the student's answers unless they tick the box.
const withoutAnswers = (names) => {
  const here = new URL(location.href);
  for (const name of names) here.searchParams.delete(name);
  return here.pathname + here.search;
};

const addresses = (place) => {
  const { plain, answers, drop } = place.dataset;
  return drop === undefined ? { plain, answers } : { plain: withoutAnswers(drop.split(" ")), answers: location.pathname + location.search };
};

const addButton = (place) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--quiet";
  button.textContent = "Copy link";
  place.append(button);
  const box = document.createElement("input");
  if (addresses(place).answers !== addresses(place).plain) {
    const label = document.createElement("label");
    box.type = "checkbox";
    label.append(box, " with my answers in it");
    place.append(label);
  }
  button.addEventListener("click", async () => {
    const { plain, answers } = addresses(place);
    await navigator.clipboard.writeText(new URL(box.checked ? answers : plain, location.origin).href);
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy link"), 2000);
  });
};

const addButtons = (root) => {
  if (!navigator.clipboard) return;
  for (const place of root.querySelectorAll("[data-share]:not(:has(> button))")) addButton(place);
};

addButtons(document);
document.body.addEventListener("htmx:load", (event) => addButtons(event.target));
