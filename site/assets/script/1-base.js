"use strict";

// The site reads well without this script. With it, there are search, filters, a base of one's own
// choice, and keys. Everything that it needs stands in the pages; it asks no server for anything.

const doccord = {};

(() => {
  // Makes an element; children are elements or texts, and texts never become markup.
  doccord.make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener(name, value);
      else if (value === true) element.setAttribute(name, "");
      else if (value !== false && value != null) element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  };

  let labels = 0;

  // A control with its label before it.
  doccord.labelled = (text, control) => {
    control.id ||= `control-${++labels}`;
    return doccord.make("span", { class: "control" },
      doccord.make("label", { for: control.id }, text), control);
  };

  doccord.select = (options, chosen, on_change) => {
    const select = doccord.make("select", { change: () => on_change(select.value) });
    for (const [value, text] of options) select.append(doccord.make("option", { value }, text));
    select.value = chosen;
    if (select.selectedIndex < 0) select.selectedIndex = 0;
    return select;
  };

  doccord.tick = (text, checked, on_change) => {
    const box = doccord.make("input", { type: "checkbox", change: () => on_change(box.checked) });
    box.checked = checked;
    return doccord.make("label", { class: "tick" }, box, " ", text);
  };

  doccord.button = (text, on_click, kind = "") =>
    doccord.make("button", { type: "button", class: kind, click: on_click }, text);

  // What changed, for those who do not see it.
  const live = doccord.make("div", { class: "vh", role: "status", "aria-live": "polite" });
  document.body.append(live);
  doccord.say = (text) => {
    live.textContent = "";
    setTimeout(() => (live.textContent = text), 50);
  };

  // The view stands in the address, so that a link shows what its sender saw.
  const listeners = [];
  let query = new URLSearchParams(location.search);
  let waiting = 0;
  doccord.on_view = (listener) => listeners.push(listener);
  doccord.view = (name) => query.get(name) ?? "";
  doccord.address = (fragment) => {
    const text = query.toString();
    const page = location.href.replace(/[?#].*$/, "");
    return page + (text ? `?${text}` : "") + (fragment ? `#${fragment}` : "");
  };
  const write = (how) => {
    clearTimeout(waiting);
    history[how](null, "", doccord.address(location.hash.slice(1)));
  };
  // Choices are steps that one can go back; what is typed is one step, written when the hand rests.
  doccord.set_view = (name, value, step = "push") => {
    if (value) query.set(name, value);
    else query.delete(name);
    clearTimeout(waiting);
    if (step === "push") write("pushState");
    else waiting = setTimeout(write, 150, "replaceState");
  };
  addEventListener("popstate", () => {
    clearTimeout(waiting);
    query = new URLSearchParams(location.search);
    listeners.forEach((listener) => listener());
  });

  // A choice that this browser remembers, where it is allowed to.
  doccord.recall = (name) => {
    try {
      return localStorage.getItem(`doccord-${name}`) ?? "";
    } catch {
      return "";
    }
  };
  doccord.remember = (name, value) => {
    try {
      localStorage.setItem(`doccord-${name}`, value);
    } catch {
      // It then holds for this page only.
    }
  };

  const copy_by_selection = (text) => {
    const area = doccord.make("textarea", { class: "vh", "aria-label": "Text to copy" });
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  };

  doccord.copy = async (text, what) => {
    let done = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const focused = document.activeElement;
      done = copy_by_selection(text);
      focused?.focus();
    }
    doccord.say(done ? `${what} copied` : `${what} could not be copied`);
    return done;
  };

  // A button that copies, and says so on itself for a moment.
  doccord.copy_button = (label, what, text, kind = "quiet") => {
    const button = doccord.button(label, async () => {
      if (!(await doccord.copy(text(), what))) return;
      button.textContent = "Copied";
      setTimeout(() => (button.textContent = label), 1600);
    }, kind);
    return button;
  };

  // Links to other pages of the site carry the base along.
  const carry_base = (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || !/\.html$/.test(link.pathname) || link.host !== location.host) return;
    if (link.getAttribute("href").startsWith("#")) return;
    const there = new URLSearchParams(link.search);
    const base = doccord.view("base");
    if ((there.get("base") ?? "") === base) return;
    if (base) there.set("base", base);
    else there.delete("base");
    link.search = there.toString();
  };
  for (const type of ["pointerdown", "focusin", "click"]) {
    document.addEventListener(type, carry_base, true);
  }
})();
