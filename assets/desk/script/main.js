// SPDX-License-Identifier: MIT
// The page from its first moment: the fonts and the checks are unpacked, then a folder is opened by
// the button, by dropping it, or by the plain folder field of other browsers.

async function openSource(source) {
  if (folderIsChanged() && !await ask("Leave your changes unsaved?",
    make("p", {}, "You changed words that are not on the stick yet."),
    [["Stay here", false], ["Open the other folder", true], ["Cancel", false]])) {
    return;
  }
  say("");
  const isOpen = await folderOpen(source).catch(() => null);
  byId("progress").hidden = true;
  if (isOpen === null) {
    say("This browser cannot read the folder in this way. Use “Open it another way”.");
    byId("other-way").hidden = false;
    return;
  }
  if (!isOpen) {
    say("There are no cards in that folder. Choose the folder “kiosk” that lies beside this page.");
    return;
  }
  byId("start").hidden = true;
  byId("work").hidden = false;
  for (const id of ["what-is-different", "save"]) {
    byId(id).hidden = false;
  }
  cards.path = null;
  checks.deck = null;
  pictures.waiting.clear();
  languagesShow();
  checkNow();
  languagesShow();
  const first = cardsOf(cards.language)[0]?.path ?? settingsPath() ?? [...folder.files.keys()][0];
  if (first) {
    editorOpen(first);
  }
  byId("editor-heading").focus();
}

const openFailures = {
  SecurityError: "This computer does not let a page open folders here.",
  NotAllowedError: "The browser may not open that folder.",
};

async function openFolder() {
  if (!window.showDirectoryPicker) {
    byId("folder").click();
    return;
  }
  try {
    const handle = await window.showDirectoryPicker({ id: "kiosk", mode: "readwrite" });
    await openSource(sourceOfHandle(handle));
  } catch (error) {
    if (error.name === "AbortError") {
      say("Nothing was opened. If the browser refused the folder, use “Open it another way”.");
    } else {
      say(`${openFailures[error.name] ?? "That folder cannot be opened."} Use “Open it another way”.`);
    }
    byId("other-way").hidden = false;
  }
}

function isFileDrag(event) {
  return [...event.dataTransfer.types].includes("Files");
}

async function dropped(event) {
  if (!isFileDrag(event)) {
    return;
  }
  event.preventDefault();
  document.body.classList.remove("dropping");
  const item = event.dataTransfer.items[0];
  const entry = item.webkitGetAsEntry?.();
  if (entry && !entry.isDirectory && !byId("work").hidden) {
    for (const file of [...event.dataTransfer.files]) {
      await photoAdd(file);
    }
    return;
  }
  const handle = await item.getAsFileSystemHandle?.().catch(() => null);
  const source = handle ? sourceOfHandle(handle) : entry ? sourceOfEntry(entry) : null;
  if (source) {
    await openSource(source);
  }
}

function mainListen() {
  byId("open").addEventListener("click", openFolder);
  byId("open-first").addEventListener("click", openFolder);
  byId("other-way").addEventListener("click", () => byId("folder").click());
  byId("folder").addEventListener("change", () => openSource(sourceOfList(byId("folder").files)));
  byId("save").addEventListener("click", save);
  byId("what-is-different").addEventListener("click", changesShow);
  byId("language").addEventListener("change", () => {
    cards.language = byId("language").value;
    const first = cardsOf(cards.language)[0];
    if (first) {
      editorOpen(first.path);
    }
  });
  document.addEventListener("dragover", (event) => {
    if (isFileDrag(event)) {
      event.preventDefault();
      document.body.classList.add("dropping");
    }
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) {
      document.body.classList.remove("dropping");
    }
  });
  document.addEventListener("drop", dropped);
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      save();
    }
  });
  window.addEventListener("beforeunload", (event) => {
    if (folderIsChanged()) {
      event.preventDefault();
      event.returnValue = "";
    }
  });
}

async function main() {
  await fontsStart();
  await kioskStart();
  mainListen();
  editorStart();
  previewStart();
  orderStart();
  byId("too-old").hidden = true;
  byId("start").hidden = false;
  document.documentElement.dataset.ready = "yes";
}

main().catch(() => {
  byId("too-old").hidden = false;
});
