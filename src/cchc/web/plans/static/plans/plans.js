// What pages about plans gain with JavaScript; each works without it.
"use strict";

// «Chọn tất cả» in a list of check boxes.
for (const label of document.querySelectorAll("[data-chooses-all]")) {
  label.hidden = false;
  label.querySelector("input").addEventListener("change", (event) => {
    for (const box of document.querySelectorAll("input[name=mang]")) {
      box.checked = event.target.checked;
    }
  });
}

for (const button of document.querySelectorAll("[data-prints]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
