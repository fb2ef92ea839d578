// Holding texts against a base that the reader chooses.
(() => {
  const reserved = ["merged", "majority"];
  doccord.departs = new Set(["formatting", "spelling", "notation", "wording", "meaning", "replaced"]);
  const in_order = [
    "same", "formatting", "spelling", "notation", "wording", "meaning", "replaced", "own", "alone",
    "no-text", "missing",
  ];


  // The readings of one key, from the attributes of its row or page. Where only one reading or two are
  // of interest, the attribute `row` has how all others differ from it.
  doccord.readings = (element, row) => {
    const of = element.dataset.r.split(" ");
    const count = Math.max(-1, ...of.filter((each) => /\d/.test(each)).map(Number)) + 1;
    const users = new Array(count).fill(0);
    for (const each of of) if (/\d/.test(each)) ++users[Number(each)];
    const most = Math.max(0, ...users);
    return {
      of,
      count,
      kinds: element.dataset.k ?? "",
      row: row && (element.dataset[row] ?? ""),
      merged: element.dataset.m === undefined ? null : Number(element.dataset.m),
      majority: most > 1 ? users.indexOf(most) : null,
    };
  };

  const address_of = (id) => (reserved.includes(id) ? `source:${id}` : id);

  doccord.base_options = (documents) => [
    ["", "closest relatives"],
    ["merged", "merged entry"],
    ["majority", "majority"],
    ...documents.sources.map((id) => [address_of(id), id]),
  ];

  // The chosen base: its word in the address, and its document, if it is one.
  doccord.base_of = (documents) => {
    const value = doccord.view("base");
    const source = documents.sources.findIndex((id) => address_of(id) === value);
    const known = source >= 0 || reserved.includes(value);
    return { value: known ? value : "", source };
  };

  // The place of the base's reading, or nothing when it has none here.
  doccord.base_reading = (readings, base) => {
    if (base.source < 0) return readings[base.value];
    const place = readings.of[base.source];
    return /\d/.test(place) ? Number(place) : null;
  };

  // The state of two readings' difference, or "?" when they were not compared. The second is the one
  // that the row is about, where there is only a row.
  doccord.between = (readings, a, b) => {
    if (a === b) return "same";
    if (readings.row !== undefined) return in_order[Number(readings.row[a])] ?? "?";
    const [low, high] = a < b ? [a, b] : [b, a];
    let place = high - low - 1;
    for (let i = 0; i < low; ++i) place += readings.count - 1 - i;
    return in_order[Number(readings.kinds[place])] ?? "?";
  };

  // How a document stands to the base at one key.
  doccord.state_against = (documents, readings, source, base) => {
    const place = readings.of[source];
    if (place === "-") return "missing";
    if (source === base.source) return "base";
    if (place === ".") return "no-text";
    const held = doccord.base_reading(readings, base);
    if (held === null) return "extra";
    const state = doccord.between(readings, held, Number(place));
    if (state !== "replaced" && state !== "?") return state;
    const family = documents.families[source];
    const related = readings.of.some(
      (each, other) => Number(each) === held && documents.families[other] === family);
    return related && state === "replaced" ? state : "own";
  };

  const more_words = { base: "the base", extra: "not in base" };

  doccord.word_of = (documents, state) => more_words[state] ?? documents.states[state];

  // Shows the state in an element that shows another one.
  doccord.show_state = (element, documents, state) => {
    element.classList.remove(...[...element.classList].filter((name) => name.startsWith("s-")));
    element.classList.add(`s-${state}`);
    element.lastChild.data = doccord.word_of(documents, state);
  };

  doccord.name_of_base = (documents, base) =>
    doccord.base_options(documents).find(([value]) => value === base.value)[1];

  // The first option is what a page shows when no base is chosen that it knows.
  doccord.base_select = (documents, on_change, options = doccord.base_options(documents)) => {
    const chosen = () => {
      const { value } = doccord.base_of(documents);
      return options.some(([each]) => each === value) ? value : options[0][0];
    };
    const select = doccord.select(options, chosen(), (value) => {
      doccord.set_view("base", value);
      on_change();
      doccord.say(`Compared against ${select.selectedOptions[0].text}`);
    });
    doccord.on_view(() => {
      select.value = chosen();
      on_change();
    });
    return select;
  };

  // What one side has and the other lacks is gone when looked at from there, and new the other way.
  doccord.renamed = (change) => {
    const other = doccord.make(change.tagName === "DEL" ? "ins" : "del");
    other.append(...change.childNodes);
    return other;
  };

  // Turns changes round; of changes that stand together what is gone comes first.
  doccord.flip = (line) => {
    const out = [];
    let gone = [];
    let fresh = [];
    const flush = () => {
      for (const change of [...gone, ...fresh]) out.push(change, " ");
      gone = [];
      fresh = [];
    };
    for (const node of [...line.childNodes]) {
      const change = node.nodeName === "DEL" || node.nodeName === "INS";
      if (change) {
        const turned = doccord.renamed(node);
        (turned.tagName === "DEL" ? gone : fresh).push(turned);
      } else if (node.nodeType !== Node.TEXT_NODE || node.data.trim() !== "") {
        const changed = gone.length + fresh.length > 0;
        flush();
        if (changed && node.nodeType === Node.TEXT_NODE) {
          if (/^[^\s\w]/.test(node.data)) out.pop();
          node.data = node.data.trimStart();
        }
        out.push(node);
      }
    }
    flush();
    line.replaceChildren(...out);
  };
})();
