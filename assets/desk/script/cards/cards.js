// SPDX-License-Identifier: MIT
// The list of what can be edited: the practice, then the cards of one language in the order in
// which patients see them. It says what has changed and what is wrong, in words.

const cards = { language: "en", path: null, titles: new Map() };

const cardPattern = /^(\d+)-(.+)\.(txt|md)$/i;

// {path, name, order, id} of a card's path; refer and urgent help come behind the others.
function cardOf(path) {
  const name = nameOf(path);
  const parts = cardPattern.exec(name);
  const plain = name.replace(/\.(txt|md)$/i, "").toLowerCase();
  const last = { refer: 1e9, "urgent-help": 2e9 }[plain];
  return { path, name, order: parts ? Number(parts[1]) : last ?? 5e8,
    id: parts ? parts[2].toLowerCase() : plain, isCard: Boolean(parts) };
}

function languageFolders() {
  return folder.folders.filter((path) => /^cards\/[^/]+$/i.test(path));
}

const languageOf = (path) => path.split("/")[1];

function cardsOf(language) {
  return [...folder.files.keys()]
    .filter((path) => /^cards\//i.test(path) && path.split("/").length === 3 &&
      languageOf(path) === language && isTextName(path))
    .map(cardOf)
    .sort((a, b) => a.order - b.order || (a.name < b.name ? -1 : 1));
}

function settingsPath() {
  return [...folder.files.keys()].find((path) => path.toLowerCase() === "kiosk.ini");
}

// The title as patients read it; read again only after the text changed.
function cardTitle(path) {
  const file = folder.files.get(path);
  const known = cards.titles.get(path);
  if (known && known.text === file.text) {
    return known.title;
  }
  const title = file.text === undefined ? "" : kioskCard(file.text).title;
  cards.titles.set(path, { text: file.text, title });
  return title;
}

function cardsRow(path, words) {
  const file = folder.files.get(path);
  const found = findings.list.filter((finding) => finding.path === path);
  const errors = found.filter((finding) => finding.isError).length;
  const notes = [fileIsChanged(file) ? "changed" : "",
    errors > 0 ? "needs a change" : found.length > 0 ? "advice" : ""].filter((note) => note);
  const row = make("button", { type: "button", className: "entry",
    "aria-current": String(path === cards.path) },
  make("span", { className: "entry-title", dir: "auto" }, words),
  make("span", { className: errors > 0 ? "entry-note bad" : "entry-note" }, notes.join(", ")));
  row.dataset.path = path;
  row.addEventListener("click", () => editorOpen(path));
  return make("li", {}, row);
}

function cardsShow() {
  const focused = document.activeElement?.dataset?.path;
  const settings = settingsPath();
  const LISTED = 400;
  const all = cardsOf(cards.language);
  const rows = all.slice(0, LISTED).map((card) =>
    orderMakeMovable(cardsRow(card.path, cardTitle(card.path) || card.name), card));
  fill(byId("cards"), settings ? cardsRow(settings, "The practice") : null, ...rows,
    all.length > LISTED ? make("li", {}, `And ${all.length - LISTED} more`) : null);
  byId("save").textContent = folderIsChanged() ? "Save" : "Saved";
  byId("save").disabled = !folderIsChanged();
  if (focused) {
    [...document.querySelectorAll(".entry")].find((row) => row.dataset.path === focused)?.focus();
  }
}

function languagesShow() {
  const folders = languageFolders().map(languageOf);
  const choice = byId("language");
  fill(choice, ...folders.map((tag) => {
    const name = languageWords(tag)?.get("language_name");
    return make("option", { value: tag }, name ? `${name} (${tag})` : tag);
  }));
  if (!folders.includes(cards.language)) {
    cards.language = folders[0] ?? "en";
  }
  choice.value = cards.language;
  byId("language-choice").hidden = folders.length < 2;
}
