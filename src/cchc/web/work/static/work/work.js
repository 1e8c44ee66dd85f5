// What pages about the daily work gain with JavaScript; each works without it.
"use strict";

// «Với các việc đã chọn»: one box that chooses all on the page.
for (const box of document.querySelectorAll("[data-chooses-all]")) {
  box.hidden = false;
  box.addEventListener("change", () => {
    for (const one of document.querySelectorAll("input[name=chon]")) one.checked = box.checked;
  });
}

// A form that was opened in its row's place is put away again.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-closes]");
  if (button) document.querySelector(button.dataset.closes).replaceChildren();
});

// What was opened in place is where the next words go.
document.addEventListener("htmx:afterSwap", (event) => {
  const first = event.target.querySelector("form.quick textarea");
  if (first) first.focus();
});
