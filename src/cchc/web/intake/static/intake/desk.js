// The desk with JavaScript: a value lights its place in the source and the reverse, keys step
// through what is open. Each of these is also a link or a button.
"use strict";

(() => {
  const source = () => document.getElementById("source-side");
  const reading = () => document.getElementById("reading-side");

  // Bring an element to the upper third of the pane that scrolls it; of the page on a phone.
  const show = (element, pane) => {
    const scrolls = pane && pane.scrollHeight > pane.clientHeight + 4;
    if (!scrolls) {
      if (pane === reading()) element.scrollIntoView({ block: "start" });
      return;
    }
    const top = element.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    pane.scrollTop += top - pane.clientHeight / 3;
  };

  const light = (of) => {
    for (const lit of source().querySelectorAll(".now")) lit.classList.remove("now");
    const places = source().querySelectorAll(`[data-of~="${CSS.escape(of)}"]`);
    for (const place of places) place.classList.add("now");
    if (places.length) show(places[0], source());
  };

  const look = (value) => {
    for (const other of reading().querySelectorAll(".value.now")) other.classList.remove("now");
    value.classList.add("now");
    light(`${value.closest(".item").dataset.item}.${value.dataset.field}`);
  };

  const remember = (address) => history.replaceState(null, "", address);

  // Only one item is open; one with words that are not written yet stays.
  const closeOthers = (item) => {
    for (const other of document.querySelectorAll(".item.open")) {
      if (other === item || other.querySelector("form[data-touched]")) continue;
      other.querySelector(".opened")?.remove();
      other.classList.remove("open");
    }
  };

  const arrive = (item) => {
    closeOthers(item);
    const value = item.querySelector(".value.now");
    const typed = item.querySelector("[autofocus]");
    if (value) {
      look(value);
      show(value, reading());
      if (!typed) value.focus({ preventScroll: true });
    } else {
      show(item, reading());
    }
    if (typed) typed.focus({ preventScroll: true });
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-of]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const address = link.getAttribute("href");
    if (link.closest("#reading-side")) {
      event.preventDefault();
      look(link.closest(".value"));
      remember(address);
      return;
    }
    const query = new URLSearchParams(address.slice(1).split("#")[0]);
    const item = document.getElementById(`item-${query.get("muc")}`);
    if (!item) return; // filtered out: the link leads to the whole desk
    event.preventDefault();
    remember(address);
    const value = document.getElementById(`v-${query.get("muc")}-${query.get("o")}`);
    if (value) {
      look(value);
      show(value, reading());
      value.focus({ preventScroll: true });
      return;
    }
    htmx.ajax("GET", address.split("#")[0], { target: `#${item.id}`, swap: "outerHTML" });
  });

  // What htmx brings may be an item: the next question, an edit, a refusal.
  let goesOn = false;
  document.addEventListener("htmx:afterSwap", (event) => {
    const old = event.detail.target;
    const item = old.id.startsWith("item-") ? document.getElementById(old.id) : null;
    if (item) arrive(item);
  });
  document.addEventListener("htmx:afterSettle", () => {
    if (!goesOn) return;
    goesOn = false;
    document.getElementById("next")?.click();
  });
  document.addEventListener("htmx:targetError", (event) => {
    const link = event.target.closest("a[href]");
    if (link) window.location = link.href;
  });

  const press = (selector) => document.querySelector(selector)?.click();
  const keys = {
    j: () => press("#next"),
    k: () => press("#previous"),
    u: () => press("#undo button"),
    e: () => press("#reading-side .value.now .edit"),
    "?": () => document.querySelector(".help-keys").toggleAttribute("open"),
    Enter: () => {
      const button = document.querySelector("#reading-side .value.now .accept");
      goesOn = Boolean(button && document.getElementById("next"));
      if (button) button.click();
      else press("#next");
    },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (typing) {
      if (event.key === "Escape") typing.closest("dd")?.querySelector(".cancel")?.click();
      return;
    }
    const onControl = event.target.closest("a, button, summary");
    if (event.key === "Enter" && onControl) return;
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });

  // Of the ways to choose a deadline only the chosen one is shown.
  const showKind = (form) => {
    const kind = form.elements.kind.value;
    for (const set of form.querySelectorAll("fieldset[data-kind]")) {
      set.hidden = set.dataset.kind !== kind;
    }
  };
  const showKinds = () => document.querySelectorAll("form[data-kinds]").forEach(showKind);
  document.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-kinds]");
    if (form) showKind(form);
  });
  document.addEventListener("htmx:afterSettle", showKinds);

  showKinds();
  const lit = source().querySelector(".now");
  const value = reading().querySelector(".value.now");
  if (lit || value) document.querySelector(".bar-acts").scrollIntoView();
  if (lit) show(lit, source());
  if (value) show(value, reading());
})();
