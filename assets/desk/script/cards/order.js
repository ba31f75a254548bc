// SPDX-License-Identifier: MIT
// New cards, cards taken out, and their order, which is the number in front of the file's name: a
// card that moves gets a number between its neighbours, in every language, and only where there is
// none left do all of them get new ones.

const idsOf = (language) => cardsOf(language).filter((card) => card.isCard);

// Gives a card's file, in all languages, another number.
function orderRename(id, number) {
  for (const language of languageFolders().map(languageOf)) {
    for (const card of idsOf(language).filter((one) => one.id === id)) {
      const digits = String(number).padStart(2, "0");
      const name = card.name.replace(/^\d+/, digits);
      const path = card.path.slice(0, -card.name.length) + name;
      if (path === card.path || folder.files.has(path)) {
        continue;
      }
      const file = folderRemove(card.path);
      folderAdd(path, file.bytes, file.text);
      if (cards.path === card.path) {
        cards.path = path;
      }
    }
  }
}

function orderNumberBetween(before, after) {
  const low = before ? before.order : 0;
  const high = after ? after.order : low + 20;
  const middle = Math.floor((low + high) / 2);
  return middle > low && middle < high ? middle : null;
}

// Puts the card at that place of the list, from 0.
function orderMove(id, to) {
  const list = idsOf(cards.language);
  const at = list.findIndex((card) => card.id === id);
  const place = Math.max(0, Math.min(list.length - 1, to));
  if (at < 0 || place === at) {
    return;
  }
  const [card] = list.splice(at, 1);
  list.splice(place, 0, card);
  const number = orderNumberBetween(list[place - 1], list[place + 1]);
  if (number !== null) {
    orderRename(id, number);
  } else {
    list.forEach((one, index) => orderRename(one.id, 5000 + index));
    list.forEach((one, index) => orderRename(one.id, 10 * (index + 1)));
  }
  checkNow();
  say(`The card is number ${place + 1} of ${list.length} now.`);
}

function orderStep(by) {
  const id = cardOf(cards.path).id;
  orderMove(id, idsOf(cards.language).findIndex((card) => card.id === id) + by);
}

// A row of the list that can be dragged, and moved with Alt and the arrow keys.
function orderMakeMovable(item, card) {
  if (!card.isCard) {
    return item;
  }
  item.draggable = true;
  item.addEventListener("dragstart", (event) => {
    event.dataTransfer.setData("text/x-card", card.id);
    event.dataTransfer.effectAllowed = "move";
  });
  item.addEventListener("dragover", (event) => {
    if (event.dataTransfer.types.includes("text/x-card")) {
      event.preventDefault();
    }
  });
  item.addEventListener("drop", (event) => {
    const id = event.dataTransfer.getData("text/x-card");
    if (id) {
      event.preventDefault();
      orderMove(id, idsOf(cards.language).findIndex((one) => one.id === card.id));
    }
  });
  item.addEventListener("keydown", (event) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.altKey && by) {
      event.preventDefault();
      editorOpen(card.path);
      orderStep(by);
      [...document.querySelectorAll(".entry")].find((row) => row.dataset.path === cards.path)
        ?.focus();
    }
  });
  return item;
}

function plainId(title) {
  return title.normalize("NFD").toLowerCase().replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "").slice(0, 60) || "my-card";
}

async function cardNew() {
  const field = make("input", { id: "new-title", autocomplete: "off" });
  const body = make("div", { className: "field" },
    make("label", { for: "new-title" }, "Its title, such as Opening times"), field);
  if (!await ask("A new card", body, [["Make it", true], ["Cancel", false]])) {
    return;
  }
  const title = field.value.trim() || "My card";
  const list = idsOf(cards.language);
  const taken = new Set(list.map((card) => card.id));
  const wanted = plainId(title);
  let id = wanted;
  for (let i = 2; taken.has(id); i++) {
    id = `${wanted}-${i}`;
  }
  const last = list.length > 0 ? list[list.length - 1].order : 0;
  const text = `# ${title}\n\n`;
  const path = `cards/${cards.language}/${last + 10}-${id}.txt`;
  const top = languageFolders().find((one) => languageOf(one) === cards.language);
  folderAdd(path.replace(/^cards\/[^/]+/, top ?? "cards/en"), toUtf8.encode(text), text);
  checkNow();
  const made = idsOf(cards.language).find((card) => card.id === id);
  editorOpen(made.path);
  byId("words").focus();
  byId("words").setSelectionRange(text.length, text.length);
}

// With its line below [drawings], once no language has the card any more.
function cardRemove() {
  const path = cards.path, card = cardOf(path), settings = folder.files.get(settingsPath());
  const before = settings?.text;
  const file = folderRemove(path);
  const isLast = ![...folder.files.keys()].some((other) => cardOf(other).id === card.id);
  if (isLast && card.isCard && before !== undefined) {
    fileSetText(settings, iniDrop(before, "drawings", card.id));
  }
  checkNow();
  const after = settings?.text;
  say(`“${cardOf(path).name}” is taken out. It goes from the stick when you save.`,
    button("Put it back", () => {
      const back = folderAdd(path, file.bytes, file.text);
      Object.assign(back, { disk: file.disk, saved: file.saved });
      if (before !== undefined && settings.text === after) {
        fileSetText(settings, before);
      }
      checkNow();
      editorOpen(path);
      say("It is back.");
    }));
  const next = cardsOf(cards.language)[0];
  editorOpen(next ? next.path : settingsPath());
}

function orderStart() {
  byId("new-card").addEventListener("click", cardNew);
  byId("remove-card").addEventListener("click", cardRemove);
  byId("earlier").addEventListener("click", () => orderStep(-1));
  byId("later").addEventListener("click", () => orderStep(1));
  byId("drawing").addEventListener("change", drawingChoose);
}
