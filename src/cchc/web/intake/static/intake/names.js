// Choosing units for a name also chooses which kind of answer is meant.
"use strict";

document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-meaning]");
  if (!form) return;
  const kind = { unit: "unit", units: "set" }[event.target.name];
  if (kind) form.querySelector(`input[name=kind][value=${kind}]`).checked = true;
});
