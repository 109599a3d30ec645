// Goes on saving a long import without a press on the button; without a script, the button is there.
document.querySelector("form[data-going]")?.requestSubmit();
