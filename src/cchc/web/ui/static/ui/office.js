// What every page gains with JavaScript; each works without it.
"use strict";

// «/» goes to the search, as in the help; not while something is being typed.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
    const find = document.getElementById("find");
    if (find) {
      event.preventDefault();
      find.focus();
    }
  }
});

// A form that is changed as it is chosen sends itself; its button is for those without JavaScript.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-sends-itself]");
  if (form) form.requestSubmit();
});

// Leaving a page with unsaved words asks first.
document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-guards]");
  if (form) form.dataset.touched = "yes";
});
document.addEventListener("submit", (event) => {
  delete event.target.dataset.touched;
});
window.addEventListener("beforeunload", (event) => {
  if (document.querySelector("form[data-touched]")) event.preventDefault();
});

// An act that cannot be undone asks once more.
document.addEventListener("submit", (event) => {
  const question = event.target.dataset.asks;
  if (question && !window.confirm(question)) event.preventDefault();
});

// A print button is shown where it works; the browser's own always does.
document.addEventListener("DOMContentLoaded", () => {
  for (const button of document.querySelectorAll("[data-prints]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
});
