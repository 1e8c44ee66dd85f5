// What the account pages gain with JavaScript; each works without it.
"use strict";

// One tick shows what is typed into the password fields of its form.
for (const form of document.querySelectorAll("form")) {
  const fields = [...form.querySelectorAll('input[type="password"]')];
  if (!fields.length) continue;
  const label = document.createElement("label");
  const tick = document.createElement("input");
  tick.type = "checkbox";
  label.append(tick, " Hiện mật khẩu");
  const line = document.createElement("p");
  line.className = "reveal";
  line.append(label);
  fields.at(-1).closest(".field").after(line);
  tick.addEventListener("change", () => {
    for (const field of fields) field.type = tick.checked ? "text" : "password";
  });
  // What is sent is never remembered as a plain field.
  form.addEventListener("submit", () => {
    for (const field of fields) field.type = "password";
  });
}
