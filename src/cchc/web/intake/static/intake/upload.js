// Drag and drop, and the chosen files listed before they are sent; the file input stays.
"use strict";

(() => {
  const form = document.querySelector("form[data-drop]");
  if (!form) return;
  const input = form.querySelector("input[type=file]");
  const zone = form.querySelector("[data-zone]");
  const list = form.querySelector("[data-chosen]");
  zone.hidden = false;

  const size = (bytes) =>
    bytes >= 1048576 ? `${(bytes / 1048576).toFixed(1).replace(".", ",")} MB` : `${Math.ceil(bytes / 1024)} KB`;
  const tell = () => {
    list.replaceChildren(
      ...Array.from(input.files, (file) => {
        const line = document.createElement("li");
        line.textContent = `${file.name} (${size(file.size)})`;
        return line;
      }),
    );
  };
  input.addEventListener("change", tell);

  for (const kind of ["dragenter", "dragover"]) {
    form.addEventListener(kind, (event) => {
      event.preventDefault();
      zone.classList.add("over");
    });
  }
  for (const kind of ["dragleave", "drop"]) {
    form.addEventListener(kind, () => zone.classList.remove("over"));
  }
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    // Files dropped one after the other add up: a plan, then its appendix.
    const all = new DataTransfer();
    for (const file of [...input.files, ...event.dataTransfer.files]) all.items.add(file);
    input.files = all.files;
    tell();
  });
  form.addEventListener("submit", () => {
    const button = form.querySelector("button.main");
    button.textContent = "Đang tải lên…";
    button.disabled = true;
  });
})();
