// The matrix: filter, sort, columns, base.
(() => {
  const part = document.querySelector(".matrix-part");
  if (!part) return;

  const { make, documents } = doccord;
  const table = part.querySelector("table");
  const head = table.tHead.rows[0];
  const { departs } = doccord;

  const groups = [...table.tBodies].map((body) => {
    const heading = body.querySelector(".group");
    return { body, heading, title: heading?.querySelector(".stay").firstChild.data.trim() ?? "" };
  });
  const records = groups.flatMap((group) =>
    [...group.body.rows].filter((row) => row !== group.heading).map((row) => {
      const cells = [...row.cells].slice(1);
      const first = cells.map((cell) => cell.className.slice(2));
      const text = row.cells[0].textContent.toLowerCase();
      return { row, cells, first, states: first, painted: first, text, group, readings: null, hidden: false };
    }));
  records.forEach((record, place) => (record.place = place));
  let in_order = records;

  const controls = {};
  const count = make("p", { class: "count", role: "status" });
  const nothing = make("p", { class: "nothing", hidden: true }, "No key is like that. ",
    doccord.button("Show all keys", () => reset()));

  const view = () => ({
    q: doccord.view("q").toLowerCase(),
    state: doccord.view("state"),
    source: documents.sources.indexOf(doccord.view("in")),
    group: doccord.view("class"),
    differing: doccord.view("show") === "diff",
  });

  const considered = (record, source) => (source < 0 ? record.states : [record.states[source]]);

  const is_wanted = (record, wanted) =>
    (!wanted.q || record.text.includes(wanted.q)) &&
    (!wanted.group || record.group.title === wanted.group) &&
    (!wanted.state || considered(record, wanted.source).includes(wanted.state)) &&
    (!wanted.differing || considered(record, wanted.source).some((state) => departs.has(state))) &&
    (wanted.state || wanted.differing || wanted.source < 0 ||
      record.states[wanted.source] !== "missing");

  const filter = () => {
    const wanted = view();
    const sorted = doccord.view("sort") !== "";
    const shown = new Set();
    const found = new Set(in_order.filter((record) => is_wanted(record, wanted)));
    const total = found.size;
    const cut = total > most_shown * 1.5;  // A few more are not worth a step.
    let room = cut ? most_shown : total;
    for (const record of in_order) {
      const hidden = !found.has(record) || room-- <= 0;
      if (record.hidden !== hidden) record.row.hidden = record.hidden = hidden;
      if (hidden) continue;
      shown.add(record.group);
      if (record.painted !== record.states) paint(record);
    }
    for (const group of groups) {
      if (group.heading) group.heading.hidden = sorted || !shown.has(group);
    }
    const of_all = total === records.length ? `${total} keys` : `${total} of ${records.length} keys`;
    count.textContent = cut ? `${of_all}; the first ${most_shown} are shown` : of_all;
    more.hidden = !cut;
    nothing.hidden = total > 0;
  };

  // A browser takes long to lay out thousands of rows, so they come bit by bit.
  let most_shown = records.length > 1000 ? 100 : 200;
  const show_more = (limit) => {
    most_shown = limit;
    filter();
  };
  const more = make("p", { class: "buttons", hidden: true },
    doccord.button("Show more", () => show_more(most_shown * 2)),
    doccord.button("Show all", () => show_more(Infinity)));
  addEventListener("beforeprint", () => show_more(Infinity));

  const orders = {
    diffs: (a, b) => differences(b) - differences(a) || a.place - b.place,
    name: (a, b) => name_of(a).localeCompare(name_of(b), "en") || a.place - b.place,
    "-key": (a, b) => b.place - a.place,
  };
  const name_of = (record) => record.row.querySelector(".name").textContent;
  const differences = (record) => record.states.filter((state) => departs.has(state)).length;

  // Sorted rows stand together in the first group's body; in the order of the keys each in its own.
  const sort = () => {
    const order = orders[doccord.view("sort")];
    const sorted = order ? [...records].sort(order) : records;
    if (sorted.some((record, place) => record !== in_order[place])) {
      for (const record of sorted) (order ? groups[0] : record.group).body.append(record.row);
    }
    in_order = sorted;
    const key_order = { "": "ascending", "-key": "descending" }[doccord.view("sort")];
    if (key_order) head.cells[0].setAttribute("aria-sort", key_order);
    else head.cells[0].removeAttribute("aria-sort");
  };

  // Only what is shown: of thousands of rows that would take long.
  const paint = (record) => {
    record.painted = record.states;
    record.cells.forEach((cell, source) => {
      const state = record.states[source];
      if (!cell.classList.contains(`s-${state}`)) doccord.show_state(cell, documents, state);
    });
  };

  const show_base = () => {
    const base = doccord.base_of(documents);
    const legend = part.querySelector(".legend");
    for (const record of records) {
      record.readings ??= doccord.readings(record.row);
      record.states = base.value === "" ? record.first : record.cells.map(
        (cell, source) => doccord.state_against(documents, record.readings, source, base));
    }
    part.classList.toggle("against-base", base.value !== "");
    legend.hidden = false;
    base_note.hidden = base.value === "";
    base_note.textContent = base.value === "" ? "" :
      `Each cell now says how the document’s text stands to that of ${controls.base.selectedOptions[0].text}; ` +
      "“not in base” where the base has no text for the key.";
  };
  const base_note = make("p", { class: "base-note", hidden: true });

  const show_columns = () => {
    const hidden = new Set(doccord.view("hide").split(",").filter(Boolean));
    const apply = (cells) => [...cells].forEach((cell, place) => {
      if (place > 0) cell.hidden = hidden.has(String(place));
    });
    apply(head.cells);
    for (const record of records) apply(record.row.cells);
  };

  const set = (name, value, step) => {
    doccord.set_view(name, value, step);
    if (name === "sort") sort();
    if (name === "hide") show_columns();
    filter();
  };

  const reset = () => {
    for (const name of ["q", "state", "in", "class", "show", "sort", "hide"]) {
      doccord.set_view(name, "", "replace");
    }
    read_view();
    controls.q.focus();
  };

  const column_boxes = documents.sources.map((id, source) =>
    doccord.tick(id, true, (checked) => {
      const hidden = new Set(doccord.view("hide").split(",").filter(Boolean));
      if (checked) hidden.delete(String(source + 1));
      else hidden.add(String(source + 1));
      set("hide", [...hidden].sort().join(","));
    }));

  const make_controls = () => {
    const occurring = [...part.querySelectorAll(".legend [data-state]")].map((item) => item.dataset.state);
    controls.q = make("input", { type: "search", autocomplete: "off",
      input: () => set("q", controls.q.value, "replace") });
    controls.base = doccord.base_select(documents, () => { show_base(); sort(); filter(); });
    controls.state = doccord.select([["", "any"], ...occurring.map((state) => [state, documents.states[state]])],
      "", (value) => set("state", value));
    controls.in = doccord.select([["", "any"], ...documents.sources.map((id) => [id, id])], "",
      (value) => set("in", value));
    controls.class = doccord.select([["", "all"], ...groups.map(({ title }) => [title, title])], "",
      (value) => set("class", value));
    controls.sort = doccord.select([["", "key"], ["-key", "key, last first"], ["diffs", "most differences"],
      ["name", "name"]], "", (value) => set("sort", value));
    const only = doccord.tick("Only where texts differ", false, (checked) => set("show", checked ? "diff" : ""));
    controls.show = only.firstChild;
    const line = make("div", { class: "controls", role: "group", "aria-label": "What the matrix shows" },
      doccord.labelled("Filter", controls.q), doccord.labelled("Compare against", controls.base),
      doccord.labelled("State", controls.state), doccord.labelled("Document", controls.in));
    if (groups.length > 1) line.append(doccord.labelled("Class", controls.class));
    line.append(doccord.labelled("Sort by", controls.sort), only,
      make("details", { class: "columns" }, make("summary", {}, "Columns"), make("div", {}, ...column_boxes)),
      make("span", { class: "buttons" },
        doccord.copy_button("Copy link", "Link to this view", () => doccord.address(""), ""),
        doccord.button("Reset", () => reset())));
    part.querySelector(".matrix").before(line, base_note, count, nothing);
    part.append(more);
  };

  const read_view = () => {
    for (const name of ["q", "state", "in", "class", "sort"]) controls[name].value = doccord.view(name);
    controls.show.checked = doccord.view("show") === "diff";
    const hidden = doccord.view("hide").split(",");
    column_boxes.forEach((label, source) => {
      label.firstChild.checked = !hidden.includes(String(source + 1));
    });
    if (hidden.join("")) show_columns();
    else if (head.querySelector("[hidden]")) show_columns();
    if (doccord.view("base") || part.classList.contains("against-base")) show_base();
    sort();
    filter();
  };

  make_controls();
  if (document.querySelector(".matrix tr:target")) most_shown = Infinity;
  read_view();
  doccord.on_view(read_view);
  doccord.departing_rows = () =>
    in_order.filter((record) => !record.hidden && differences(record) > 0)
      .map((record) => record.row.cells[0].firstChild);
})();
