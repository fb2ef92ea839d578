// The page of a document: its entries against a base.
(() => {
  const page = document.querySelector("main[data-source]");
  const lines = page ? [...page.querySelectorAll("tr[data-r]")] : [];
  if (lines.length === 0) return;

  const { make } = doccord;
  const { documents } = doccord;
  const own = Number(page.dataset.source);
  const note = page.querySelector(".held-against");
  const first_note = note.textContent;
  const rows = lines.map((row) => {
    const [text, stands] = [...row.cells].slice(1);
    const state = stands.querySelector(".state");
    return {
      text, state, first_text: [...text.childNodes], slug: row.id.slice(2),
      readings: doccord.readings(row, "k"), against: stands.querySelector(".sub"),
      first: [...state.classList].find((name) => name.startsWith("s-")).slice(2),
    };
  });

  // The text as it stands, without what only its relatives have.
  const plain = ({ first_text }) => {
    const text = make("span", {}, ...first_text.map((node) => node.cloneNode(true)));
    text.querySelectorAll("del, .vh").forEach((each) => each.remove());
    return text.textContent;
  };

  const text_against = (row, state, base) => {
    const texts = doccord.departs.has(state) && doccord.texts_of(row.slug);
    if (!texts) return [plain(row)];
    const words = state === "replaced" ? doccord.replaced : doccord.differences;
    return words(texts[doccord.base_reading(row.readings, base)], texts[row.readings.of[own]],
      doccord.name_of_base(documents, base), documents.sources[own]);
  };

  const show = () => {
    const base = doccord.base_of(documents);
    const held = base.value !== "";
    if (held) doccord.load_texts(show);
    for (const row of rows) {
      const state = held ? doccord.state_against(documents, row.readings, own, base) : row.first;
      doccord.show_state(row.state, documents, state);
      if (row.against) row.against.hidden = held;
      row.text.replaceChildren(...(held ? text_against(row, state, base) : row.first_text));
    }
    note.textContent = held ? `Each text is held against that of ${doccord.name_of_base(documents, base)}; ` +
      "where they are revisions of one another, what changed is marked." : first_note;
  };

  note.after(make("div", { class: "controls", role: "group", "aria-label": "How the entries are compared" },
    doccord.labelled("Compare against", doccord.base_select(documents, show)),
    doccord.copy_button("Copy link", "Link to this view", () => doccord.address("entries"), "")));
  show();
})();

// The page of two documents: from either to the other, and both against a third text.
(() => {
  const page = document.querySelector("main[data-pair]");
  if (!page) return;

  const { make } = doccord;
  const { documents } = doccord;
  const pair = page.dataset.pair.split(" ").map(Number);
  const mark = page.querySelector(".verdicts .state");
  const items = [...page.querySelectorAll("li[data-r]")].map((item) => ({
    place: item.querySelector(".what, .chip"),
    readings: ["k", "l"].map((row) => doccord.readings(item, row)),
  }));
  const note = make("p", { class: "base-note", hidden: true });
  let turned = false;

  const turn = () => {
    turned = !turned;
    const [from, to] = page.querySelectorAll("h1 .side");
    [from.textContent, to.textContent] = [to.textContent, from.textContent];
    for (const two of page.querySelectorAll(".two")) two.append(two.firstElementChild);
    page.querySelectorAll(".departures > li > .quote").forEach(doccord.flip);
  };

  const state = (name) => {
    const shown = mark.cloneNode(true);
    doccord.show_state(shown, documents, name);
    return shown;
  };

  // Two documents that have the same text stand the same to any third one, which is said only where
  // that is worth a word.
  const add_marks = ({ place, readings }, base) => {
    const states = readings.map((each, side) => doccord.state_against(documents, each, pair[side], base));
    const alike = place.matches(".chip");
    if (alike && states[0] === "same") return;
    const marks = make("span", { class: "held" });
    states.slice(0, alike ? 1 : 2).forEach((name, side) =>
      marks.append(make("span", {},
        ...(alike ? [] : [make("span", { class: "by" }, documents.sources[pair[side]]), " "]), state(name)), " "));
    place.append(" ", marks);
  };

  const show = () => {
    const base = doccord.base_of(documents);
    if (turned !== (base.source === pair[1])) turn();
    page.querySelectorAll(".held").forEach((each) => each.remove());
    const third = base.value !== "" && !pair.includes(base.source) && items.length > 0;
    note.hidden = !third;
    note.textContent = `Beside each key: how either text stands to that of ${doccord.name_of_base(documents, base)}.`;
    if (third) for (const item of items) add_marks(item, base);
  };

  const named = doccord.base_options(documents).slice(1);
  const of_pair = pair.map((source) => named[source + 2]);
  const others = items.length > 0 ? named.filter((option) => !of_pair.includes(option)) : [];
  page.querySelector(".verdicts").before(
    make("div", { class: "controls", role: "group", "aria-label": "How the documents are compared" },
      doccord.labelled("Compare against", doccord.base_select(documents, show, [...of_pair, ...others])),
      doccord.copy_button("Copy link", "Link to this view", () => doccord.address(""), "")),
    note);
  show();
})();
