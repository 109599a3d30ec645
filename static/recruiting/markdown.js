// Shows what a Markdown text will look like, as the server renders it for students.

const QUIET = 400;

function place(textarea) {
  const section = document.createElement("section");
  section.className = "markdown__preview";
  section.setAttribute("aria-label", "Preview");
  const problem = document.createElement("p");
  problem.className = "markdown__problem";
  problem.setAttribute("role", "status");
  textarea.after(problem, section);
  return { section, problem };
}

async function render(textarea, { section, problem }) {
  const body = new FormData();
  body.append("text", textarea.value);
  body.append("csrfmiddlewaretoken", textarea.form.elements.csrfmiddlewaretoken.value);
  try {
    const answer = await fetch(textarea.dataset.preview, { method: "POST", body });
    const isText = answer.headers.get("Content-Type")?.startsWith("text/plain");
    if (answer.ok) section.innerHTML = await answer.text();
    problem.textContent = answer.ok ? "" : isText ? await answer.text() : "No preview: you may have been signed out.";
  } catch {
    problem.textContent = "No preview: the site does not answer.";
  }
}

for (const textarea of document.querySelectorAll("textarea[data-preview]")) {
  const parts = place(textarea);
  let waiting;
  textarea.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => render(textarea, parts), QUIET);
  });
  if (textarea.value.trim()) render(textarea, parts);
}
