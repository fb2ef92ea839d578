// The look, and keys for those who like them; both are remembered in this browser only.
(() => {
  const { make } = doccord;

  const use_theme = (theme) => {
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  };
  const themes = ["", "light", "dark"];
  const theme = themes.includes(doccord.recall("theme")) ? doccord.recall("theme") : "";
  use_theme(theme);
  const look = doccord.select([["", "Theme: auto"], ["light", "Theme: light"], ["dark", "Theme: dark"]], theme,
    (value) => { doccord.remember("theme", value); use_theme(value); });
  look.setAttribute("aria-label", "Theme");
  document.querySelector(".masthead .tools").append(look);

  // Differences on this page, in order; what is folded away or filtered out is not among them.
  const stops = () => {
    const listed = document.querySelectorAll("article.finding, .comparison, .departures > li");
    const shown = [...listed].filter((element) => element.getClientRects().length > 0);
    return [...shown, ...(doccord.departing_rows?.() ?? [])];
  };

  const go = (step) => {
    const all = stops();
    if (all.length === 0) return doccord.say("There is no difference on this page");
    const here = document.activeElement;
    let place = all.findIndex((element) => element.contains(here));
    if (place < 0 && here !== document.body) {
      const follows = (element) => here.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
      place = all.findIndex(follows) - (step > 0 ? 1 : 0);
      if (place < -1) place = step > 0 ? all.length - 1 : all.length;
    }
    const next = all[Math.min(Math.max(place + step, 0), all.length - 1)];
    if (!next.matches("a")) next.tabIndex = -1;
    next.focus();
  };

  const on = () => doccord.recall("keys") !== "off";
  const help = make("dialog", { class: "help", "aria-labelledby": "help-title" },
    make("h2", { id: "help-title" }, "Keyboard"),
    make("dl", { class: "facts" },
      ...[["/", "search"], ["j", "next difference"], ["k", "previous difference"], ["?", "this help"]].map(
        ([key, does]) => make("div", {}, make("dt", {}, make("kbd", {}, key)), make("dd", {}, does)))),
    doccord.tick("Use these keys", on(), (checked) => doccord.remember("keys", checked ? "on" : "off")),
    make("p", {}, doccord.button("Close", () => help.close())));
  document.body.append(help);
  document.querySelector(".colophon .bar").append(
    make("p", {}, doccord.button("Keyboard", () => help.showModal(), "quiet")));

  const actions = {
    "/": () => doccord.focus_search(),
    j: () => go(1),
    k: () => go(-1),
    "?": () => help.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, dialog, [contenteditable]");
    if (typing || event.ctrlKey || event.altKey || event.metaKey || !on()) return;
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
})();
