// SPDX-License-Identifier: MIT
// What is different, found by the kiosk's own comparison and said in the words of its staff screens
// (assets/staff.ini), so that staff see here what the screen will ask them to confirm.

const changes = { words: null };

function changeWord(key, filled = {}) {
  changes.words ??= iniPairs(blockText("staff.ini"));
  return Object.entries(filled).reduce((words, [name, value]) => words.replace(`{${name}}`, value),
    changes.words.get(key) ?? key);
}

function changeLabel(change) {
  const where = change.where ?? "";
  switch (change.kind) {
    case "phone":
    case "code":
      return changeWord(change.kind);
    case "number": {
      const key = ["number_in", "number_in_two"][change.cards - 1] ?? "number_in_many";
      return changeWord(key, { card: where, count: change.cards - 1 });
    }
    case "picture":
      return changeWord("picture", { name: where });
    case "order":
      return changeWord("order");
    case "setting":
      return changeWord("setting", { key: where });
    default:
      return change.kind.startsWith("language_") ? changeWord("language", { language: where })
        : where;
  }
}

function changeSaid(change) {
  if (change.kind === "card_lines") {
    return change.lines === 1 ? changeWord("card_line")
      : changeWord("card_lines", { count: change.lines });
  }
  if (change.old === null && change.now === null) {
    const key = { order: "order_changed", picture: "picture_changed", setting: "setting_changed" };
    return changeWord(key[change.kind] ?? change.kind, { count: change.lines });
  }
  return null;
}

function changeRow(change) {
  const label = changeLabel(change) + (change.language ? ` (${change.language})` : "");
  const said = changeSaid(change);
  const nothing = changeWord("nothing");
  return make("li", { className: "change" }, make("span", { className: "change-label" }, label),
    said ? make("span", {}, said)
      : make("span", {}, make("s", {}, change.old ?? nothing), " ",
        make("b", {}, change.now ?? nothing)));
}

async function changesShow() {
  // The screen takes nothing that has an error, so there is nothing yet that it would ask about.
  const list = findings.list.some((finding) => finding.isError) ? null : kioskChanges();
  const body = make("div");
  if (!list) {
    body.append(make("p", {}, "First change what stands under “Change this”. Then the page can tell."));
  } else if (list.length === 0) {
    body.append(make("p", {}, `${changeWord("same_all")}.`));
  } else {
    body.append(make("p", {}, copiedTexts().length > 0
      ? "Since these cards were copied from the screen:" : "Since you opened the folder:"),
      make("ul", { className: "changes" }, ...list.map(changeRow)));
  }
  await ask("What is different", body, [["Close", true]]);
}
