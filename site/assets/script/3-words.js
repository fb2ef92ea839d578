// How two texts differ word by word, for pages that do not carry it. Pages that do have it from the
// program, which also joins changes that only a small word keeps apart.
(() => {
  const { make } = doccord;
  const token = /\s*(?:[\p{L}\p{N}_]+(?:[-'’./:][\p{L}\p{N}_]+)*|[^\s])/gu;
  const most_cells = 4e5;

  // How many tokens are common to what follows each place in both.
  const common = (a, b) => {
    const wide = b.length + 1;
    const table = new Uint16Array((a.length + 1) * wide);
    for (let i = a.length - 1; i >= 0; --i) {
      for (let j = b.length - 1; j >= 0; --j) {
        table[i * wide + j] = a[i] === b[j] ? table[(i + 1) * wide + j + 1] + 1
          : Math.max(table[(i + 1) * wide + j], table[i * wide + j + 1]);
      }
    }
    return (i, j) => table[i * wide + j];
  };

  const side = (tag, text, label) =>
    make(tag, {}, make("span", { class: "vh" }, `[only in ${label}: `), text,
      make("span", { class: "vh" }, "]"));

  // All of one text out, all of the other in.
  doccord.replaced = (a, b, label_a, label_b) => [side("del", a, label_a), " ", side("ins", b, label_b)];

  // What turns one text into the other, as texts and elements.
  doccord.differences = (a, b, label_a, label_b) => {
    const [from, to] = [a, b].map((text) => text.match(token) ?? []);
    if (from.length * to.length > most_cells) return doccord.replaced(a, b, label_a, label_b);
    const [x, y] = [from, to].map((tokens) => tokens.map((each) => each.trim()));
    const left = common(x, y);
    const out = [];
    let [i, j] = [0, 0];
    while (i < x.length || j < y.length) {
      const [begin, start] = [i, j];
      while (i < x.length && j < y.length && x[i] === y[j]) { ++i; ++j; }
      if (j > start) out.push(to.slice(start, j).join(""));
      const [gone, fresh] = [i, j];
      while ((i < x.length || j < y.length) && !(i < x.length && j < y.length && x[i] === y[j])) {
        if (j === y.length || (i < x.length && left(i + 1, j) >= left(i, j + 1))) ++i;
        else ++j;
      }
      if (i > gone) out.push(" ", side("del", from.slice(gone, i).join("").trim(), label_a));
      if (j > fresh) out.push(/^\s/.test(to[fresh]) || i > gone ? " " : "", side("ins", to.slice(fresh, j).join("").trim(), label_b));
      if (i === begin && j === start) break;
    }
    return out;
  };
})();
