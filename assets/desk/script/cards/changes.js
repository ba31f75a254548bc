// SPDX-License-Identifier: MIT
// What is different, found and said by the kiosk itself, so that staff see here what the screen will
// ask them to confirm.

function changeRow(change) {
  const now = make(change.isConfirmed ? "b" : "span", {}, change.now);
  return make("li", { className: "change" },
    make("span", { className: "change-label" }, change.label),
    change.old ? make("span", {}, make("s", {}, change.old), " ", now) : now);
}

async function changesShow() {
  // The screen takes nothing that has an error, so there is nothing yet that it would ask about.
  const list = findings.list.some((finding) => finding.isError) ? null : kioskChanges();
  const body = make("div");
  if (!list) {
    body.append(make("p", {}, "First change what stands under “Change this”. Then the page can tell."));
  } else if (list.length === 0) {
    body.append(make("p", {}, "Nothing that patients see has changed."));
  } else {
    body.append(make("p", {}, copiedTexts().length > 0
      ? "Since these cards were copied from the screen:" : "Since you opened the folder:"),
      make("ul", { className: "changes" }, ...list.map(changeRow)));
  }
  await ask("What is different", body, [["Close", true]]);
}
