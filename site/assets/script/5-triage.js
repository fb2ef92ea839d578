// The page of discrepancies: filter them, pick some, and copy what accepts them.
(() => {
  const findings = [...document.querySelectorAll("[data-triage] article.finding")].map((article) => ({
    article,
    box: null,
    text: article.textContent.toLowerCase(),
    sources: JSON.parse(article.dataset.sources),
    level: article.dataset.level,
    rule: article.dataset.rule,
    accepted: article.querySelector(".accepted") !== null,
  }));
  if (findings.length === 0) return;

  const { make } = doccord;
  const sections = [...new Set(findings.map(({ article }) => article.closest("section")))];
  const names = { q: null, level: null, rule: null, in: null };
  const count = make("p", { class: "count", role: "status" });

  const filter = () => {
    const q = doccord.view("q").toLowerCase();
    const [level, rule, source] = ["level", "rule", "in"].map(doccord.view);
    const open = doccord.view("show") === "open";
    let total = 0;
    for (const each of findings) {
      const wanted = (!q || each.text.includes(q)) && (!level || each.level === level) &&
        (!rule || each.rule === rule) && (!source || each.sources.includes(source)) &&
        (!open || !each.accepted);
      if (each.article.hidden === wanted) each.article.hidden = !wanted;
      total += wanted;
    }
    for (const section of sections) section.hidden = !section.querySelector("article.finding:not([hidden])");
    count.textContent = total === findings.length ? `${total} discrepancies` : `${total} of ${findings.length} discrepancies`;
  };

  const set = (name, value, step) => {
    doccord.set_view(name, value, step);
    filter();
  };

  const distinct = (values) => [...new Set(values)].sort().map((value) => [value, value]);

  const make_controls = () => {
    names.q = make("input", { type: "search", autocomplete: "off", input: () => set("q", names.q.value, "replace") });
    names.level = doccord.select([["", "any"], ["error", "error"], ["warning", "warning"], ["note", "note"]], "",
      (value) => set("level", value));
    names.rule = doccord.select([["", "any"], ...distinct(findings.map(({ rule }) => rule))], "",
      (value) => set("rule", value));
    names.in = doccord.select([["", "any"], ...distinct(findings.flatMap(({ sources }) => sources))], "",
      (value) => set("in", value));
    const line = make("div", { class: "controls", role: "group", "aria-label": "Which discrepancies are shown" },
      doccord.labelled("Filter", names.q), doccord.labelled("Level", names.level),
      doccord.labelled("Rule", names.rule), doccord.labelled("Document", names.in));
    if (findings.some(({ accepted }) => accepted)) {
      const open = doccord.tick("Hide accepted ones", false, (checked) => set("show", checked ? "open" : ""));
      names.show = open.firstChild;
      line.append(open);
    }
    line.append(make("span", { class: "buttons" },
      doccord.copy_button("Copy link", "Link to this view", () => doccord.address(""), "")));
    sections[0].before(line, count);
  };

  const read_view = () => {
    for (const name of ["q", "level", "rule", "in"]) names[name].value = doccord.view(name);
    if (names.show) names.show.checked = doccord.view("show") === "open";
    filter();
  };

  // Picking

  const picked = () => findings.filter(({ box }) => box?.checked);
  const reason = make("input", { type: "text", autocomplete: "off", input: () => show_bar() });
  const lines = make("pre", { tabindex: "0", "aria-label": "Lines for doccord-accepted.jsonl" });
  const told = make("p", { class: "told", role: "status" });
  const bar = make("section", { class: "triage", "aria-label": "Picked discrepancies", hidden: true });

  const given_reason = () => reason.value.trim().replace(/\s+/g, " ");

  const today = () => {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  };

  const line_of = ({ article }) =>
    JSON.stringify({ ...JSON.parse(article.dataset.line), reason: given_reason(), on: today() });

  const all_lines = () => picked().map(line_of).sort().map((line) => `${line}\n`).join("");

  const command = () => {
    const ids = picked().map(({ article }) => article.id.slice(2)).join(" ");
    return `doccord accept ${ids} --reason '${given_reason().replaceAll("'", "'\\''")}'`;
  };

  const show_bar = () => {
    const chosen = picked();
    bar.hidden = chosen.length === 0;
    document.body.classList.toggle("picking", chosen.length > 0);
    const ready = given_reason() !== "";
    told.textContent = `${chosen.length} picked${ready ? "" : "; say why they may stand"}`;
    bar.querySelectorAll(".needs-reason").forEach((button) => (button.disabled = !ready));
    lines.textContent = ready ? all_lines() : "";
    lines.parentNode.hidden = !ready;
  };

  const make_bar = () => {
    const commands = doccord.copy_button("Copy command", "Command", command, "needs-reason");
    const file_lines = doccord.copy_button("Copy lines", "Lines", all_lines, "needs-reason");
    bar.append(
      make("div", { class: "bar" }, told, doccord.labelled("Reason", reason),
        make("span", { class: "buttons" }, commands, file_lines,
          doccord.button("Clear", () => {
            for (const { box } of picked()) box.checked = false;
            show_bar();
          })),
        make("details", {}, make("summary", {}, "What goes into doccord-accepted.jsonl"), lines)));
    document.querySelector("main").append(bar);
  };

  for (const each of findings) {
    const { article } = each;
    const tail = article.querySelector(".accept");
    if (article.dataset.line) {
      const label = doccord.tick("Pick", false, show_bar);
      each.box = label.firstChild;
      each.box.setAttribute("aria-describedby", article.getAttribute("aria-labelledby"));
      tail.prepend(label, " ");
      const text = article.querySelector(".command").textContent;
      tail.append(" ", doccord.copy_button("Copy command", "Command", () => text));
    }
    tail.append(" ", doccord.copy_button("Copy link", "Link", () => doccord.address(article.id)));
  }
  make_controls();
  make_bar();
  read_view();
  show_bar();
  doccord.on_view(read_view);
})();
