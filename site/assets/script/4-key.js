// The page of a key: its texts against a base, in one line or side by side.
(() => {
  const page = document.querySelector(".key-page");
  if (!page || page.dataset.k === undefined && !page.querySelector(".reading")) return;

  const { make } = doccord;
  const { documents } = doccord;
  const readings = doccord.readings(page);
  const texts = page.querySelector(".texts");
  const still = [page.querySelector(".families"), document.getElementById("crossings")?.parentNode];
  const dynamic = make("div", { class: "against", hidden: true });

  const turn = (block) => {
    const [from, to] = [block.querySelector("h3 .from"), block.querySelector("h3 .to")];
    const kept = [...from.childNodes];
    from.replaceChildren(...to.childNodes);
    to.replaceChildren(...kept);
    block.querySelectorAll(".inline, .edits li").forEach(doccord.flip);
    for (const two of block.querySelectorAll(".two")) {
      two.append(two.firstElementChild);
      two.querySelectorAll("del, ins").forEach((change) => change.replaceWith(doccord.renamed(change)));
    }
  };

  // A copy that nothing finds in the place of what it was made from.
  const without_ids = (element) => {
    for (const name of ["id", "data-a", "data-b", "data-reading"]) element.removeAttribute(name);
    element.querySelectorAll("[id]").forEach((each) => each.removeAttribute("id"));
    element.querySelectorAll("button").forEach((each) => each.remove());
    return element;
  };

  const article_of = (reading) => page.querySelector(`.reading[data-reading="${reading}"]`);

  // Both texts of a comparison, each with what only it has.
  const add_beside = (block) => {
    if (block.querySelector(".beside")) return;
    const side = (without) => {
      const text = block.querySelector(".inline").cloneNode(true);
      text.classList.remove("inline");
      text.querySelectorAll(without).forEach((each) => each.remove());
      return text;
    };
    block.querySelector(".inline").after(make("details", { class: "beside" },
      make("summary", {}, "Side by side"), make("div", { class: "two" }, side("ins"), side("del"))));
  };
  page.querySelectorAll(".comparison").forEach(add_beside);

  // A comparison that the page does not carry, like those that it does.
  const made = (base, reading, state) => {
    const articles = [base, reading].map(article_of);
    const [from, to] = articles.map((article) => article.querySelector(".who"));
    const texts_of_both = articles.map((article) => article.querySelector(".quote").textContent);
    const letters = [from, to].map((who) => who.querySelector(".letter").textContent);
    const words = state === "replaced" ? doccord.replaced : doccord.differences;
    const side = (name, who, letter) => make("span", { class: name }, make("b", {}, letter),
      who.textContent.slice(who.textContent.indexOf(letter) + letter.length));
    const mark = page.querySelector(".state").cloneNode(true);
    doccord.show_state(mark, documents, state);
    const block = make("div", { class: "comparison" },
      make("h3", {}, side("from", from, letters[0]), " ", make("span", { "aria-hidden": "true" }, "→"),
        make("span", { class: "vh" }, "to"), " ", side("to", to, letters[1]), " ", mark),
      make("p", { class: "quote inline", dir: "auto" }, ...words(...texts_of_both, ...letters)));
    add_beside(block);
    return block;
  };

  const family_of = (reading) => documents.families[readings.of.indexOf(String(reading))];

  // How one reading differs from the base's.
  const against = (base, reading) => {
    const [a, b] = base < reading ? [base, reading] : [reading, base];
    const known = page.querySelector(`.comparison[data-a="${a}"][data-b="${b}"]`);
    if (known) {
      const block = without_ids(known.cloneNode(true));
      if (a === reading) turn(block);
      return block;
    }
    const state = doccord.between(readings, base, reading);
    const revised = state !== "replaced" || family_of(base) === family_of(reading);
    if (doccord.departs.has(state) && revised) return made(base, reading, state);
    const article = without_ids(article_of(reading).cloneNode(true));
    article.removeAttribute("aria-label");
    article.querySelector(".who").append(" ", make("span", { class: "sub" },
      "in words of its own, so words are not marked"));
    return article;
  };

  const marks_beside_claims = (base) => {
    for (const row of page.querySelectorAll("tr[data-source]")) {
      const shown = row.querySelector(".state");
      row.dataset.first ??= [...shown.classList].find((name) => name.startsWith("s-")).slice(2);
      const state = base.value === "" ? row.dataset.first
        : doccord.state_against(documents, readings, Number(row.dataset.source), base);
      doccord.show_state(shown, documents, state);
    }
  };

  const name_of_base = (base) => doccord.name_of_base(documents, base);

  const show = () => {
    const base = doccord.base_of(documents);
    marks_beside_claims(base);
    for (const part of still) if (part) part.hidden = base.value !== "";
    dynamic.hidden = base.value === "";
    if (base.value === "") return dynamic.replaceChildren();
    const held = doccord.base_reading(readings, base);
    if (held === null) {
      const all = [...page.querySelectorAll(".families .reading")];
      return dynamic.replaceChildren(
        make("p", { class: "base-note" }, `${name_of_base(base)} has no text for this key, so there is nothing to compare with.`),
        ...all.map((article) => without_ids(article.cloneNode(true))));
    }
    const own = without_ids(article_of(held).cloneNode(true));
    own.classList.add("is-base");
    own.removeAttribute("aria-label");
    own.querySelector(".who").prepend(make("span", { class: "tag" }, `Base: ${name_of_base(base)}`), " ");
    const others = [];
    for (let i = 0; i < readings.count; ++i) if (i !== held) others.push(against(held, i));
    if (others.length === 0) others.push(make("p", { class: "base-note" }, "Every document that describes the key has this text."));
    dynamic.replaceChildren(own, ...others);
    layout();
  };

  const layout = () => {
    const beside = doccord.view("diff") === "beside";
    page.classList.toggle("beside-view", beside);
    page.querySelectorAll(".beside").forEach((details) => (details.open = beside));
  };

  const base = doccord.base_select(documents, show);
  const shape = doccord.select([["", "in one line"], ["beside", "side by side"]], doccord.view("diff"),
    (value) => { doccord.set_view("diff", value); layout(); });
  texts.querySelector("h2").after(
    make("div", { class: "controls", role: "group", "aria-label": "How the texts are compared" },
      doccord.labelled("Compare against", base), doccord.labelled("Show differences", shape),
      make("span", { class: "buttons" },
        doccord.copy_button("Copy link", "Link to this view", () => doccord.address(""), ""))),
    dynamic);
  for (const article of page.querySelectorAll(".families .reading")) {
    article.querySelector(".where").append(
      doccord.copy_button("Copy link", `Link to text ${article.querySelector(".letter").textContent}`,
        () => doccord.address(article.id)));
  }
  // On paper nothing can be unfolded.
  addEventListener("beforeprint", () => page.querySelectorAll("details").forEach((each) => (each.open = true)));
  doccord.on_view(() => { shape.value = doccord.view("diff"); show(); layout(); });
  show();
  layout();
})();
