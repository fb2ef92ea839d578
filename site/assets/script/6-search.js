// Search over keys, names and texts. Its index is a script, loaded when somebody begins to search.
(() => {
  const { make } = doccord;
  const { root, search } = document.documentElement.dataset;
  const most = 40;
  let entries = null;

  // What would turn the text around it is shown instead, as on the pages.
  const plain = (text) => text.replace(/[\u202a-\u202e\u2066-\u2069]/g,
    (mark) => `[U+${mark.codePointAt(0).toString(16).toUpperCase()}]`);

  doccord.index = (records) => {
    entries = records.map(([key, slug, names, texts]) => ({
      key: plain(key), slug, names: names.map(plain), texts: texts.map(plain),
      low_key: key.toLowerCase(),
      low_names: names.join("\n").toLowerCase().replaceAll("_", " "),
      low_texts: texts.join("\n").toLowerCase(),
    }));
    find();
    for (const then of waiting.splice(0)) then();
  };

  // The texts of a key, in the order of its readings, once they are there.
  const waiting = [];
  doccord.load_texts = (then) => {
    if (entries || waiting.includes(then)) return;
    waiting.push(then);
    load();
  };
  doccord.texts_of = (slug) => entries && (by_slug ??=
    new Map(entries.map((entry) => [entry.slug, entry.texts]))).get(slug);
  let by_slug = null;

  const input = make("input", { type: "search", autocomplete: "off", placeholder: "Search",
    "aria-label": "Search keys, names and texts", "aria-describedby": "search-says" });
  const told = make("p", { class: "told", role: "status", id: "search-says" });
  const list = make("ul");
  const results = make("div", { class: "results", hidden: true }, told, list);
  const box = make("div", { class: "search", role: "search" }, input, results);

  // The better, the smaller; nothing when it is not among them.
  const rank = (entry, words, whole) => {
    if (entry.low_key === whole) return 0;
    if (entry.low_key.startsWith(whole)) return 1;
    if (words.every((word) => entry.low_names.includes(word))) return 2;
    const in_any = (word) =>
      entry.low_key.includes(word) || entry.low_names.includes(word) || entry.low_texts.includes(word);
    return words.every(in_any) ? 3 : null;
  };

  const marked = (text, word) => {
    const at = text.toLowerCase().indexOf(word);
    if (at < 0) return [text.length > 90 ? `${text.slice(0, 90)}…` : text];
    const begin = Math.max(0, text.lastIndexOf(" ", at - 30) + 1);
    const end = at + word.length;
    return [begin > 0 ? "…" : "", text.slice(begin, at), make("mark", {}, text.slice(at, end)),
      text.slice(end, end + 50), text.length > end + 50 ? "…" : ""];
  };

  const item = ({ entry }, words) => {
    const text = entry.texts.find((each) => each.toLowerCase().includes(words[0])) ?? entry.texts[0] ?? "";
    const name = entry.names.find((each) =>
      each.toLowerCase().replaceAll("_", " ").includes(words[0])) ?? entry.names[0] ?? "";
    return make("li", {}, make("a", { href: `${root}key/${entry.slug}/index.html` },
      make("b", {}, entry.key), " ", make("span", { class: "name" }, name),
      make("span", { class: "quote", dir: "auto" }, ...marked(text, words[0]))));
  };

  const find = () => {
    const whole = input.value.trim().toLowerCase().replaceAll("_", " ");
    results.hidden = whole === "";
    if (whole === "") return;
    if (!entries) return void (told.textContent = "One moment …");
    const words = whole.split(/\s+/);
    const found = [];
    for (const entry of entries) {
      const grade = rank(entry, words, whole);
      if (grade !== null) found.push({ entry, grade });
    }
    found.sort((a, b) => a.grade - b.grade);
    list.replaceChildren(...found.slice(0, most).map((each) => item(each, words)));
    told.textContent = found.length === 0 ? "Nothing found"
      : found.length > most ? `${found.length} found, the first ${most} are shown` : `${found.length} found`;
  };

  const load = () => {
    if (load.done) return;
    load.done = true;
    document.head.append(make("script", { src: search,
      error: () => (told.textContent = "The search index could not be loaded") }));
  };

  const step = (event) => {
    const links = [input, ...list.querySelectorAll("a")];
    const place = links.indexOf(document.activeElement);
    const next = { ArrowDown: place + 1, ArrowUp: place - 1 }[event.key];
    if (event.key === "Escape") {
      results.hidden = true;
      input.focus();
    } else if (event.key === "Enter" && document.activeElement === input) {
      links[1]?.click();
    } else if (next !== undefined && links[next]) {
      event.preventDefault();
      links[next].focus();
    }
  };

  input.addEventListener("focus", load);
  input.addEventListener("input", () => { load(); find(); });
  box.addEventListener("keydown", step);
  document.addEventListener("pointerdown", (event) => {
    if (!box.contains(event.target)) results.hidden = true;
  });
  box.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !box.contains(event.relatedTarget)) results.hidden = true;
  });
  const bar = document.querySelector(".masthead .bar");
  bar.classList.add("with-tools");
  bar.append(make("div", { class: "tools" }, box));
  doccord.focus_search = () => { input.focus(); input.select(); };
})();
