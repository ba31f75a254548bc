// SPDX-License-Identifier: MIT
// The words on the left: a plain field, as in Notepad, and buttons for the signs that people
// forget. What is typed goes into its file at once, then to the checks and the card beside it.

// Inserted as if it were typed, so that Ctrl+Z takes it back.
function editorInsert(text) {
  const field = byId("words");
  field.focus();
  if (!document.execCommand("insertText", false, text)) {
    field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input"));
  }
}

function editorOpen(path) {
  const file = folder.files.get(path);
  const isSettings = path === settingsPath();
  cards.path = path;
  byId("editor-heading").textContent = isSettings ? "The practice" : cardTitle(path) || nameOf(path);
  byId("file-name").textContent = path;
  byId("words").hidden = file.text === undefined || isSettings;
  byId("signs").hidden = byId("words").hidden;
  byId("card-tools").hidden = isSettings;
  byId("practice").hidden = !isSettings || file.text === undefined;
  byId("unreadable").hidden = file.text !== undefined;
  if (isSettings && file.text !== undefined) {
    practiceShow(file);
  } else {
    byId("words").value = file.text ?? "";
    byId("words").setSelectionRange(0, 0);
    byId("words").scrollTop = 0;
    drawingShow(path);
  }
  findingsShow();
  cardsShow();
  previewShow(true);
}

// Into line `line` of the field, from 1, with the whole line marked.
function editorGoTo(line) {
  const field = byId("words");
  if (cards.path === settingsPath()) {
    practiceGoTo(line);
    return;
  }
  const lines = field.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, words) => sum + words.length + 1, 0);
  const size = (lines[line - 1] ?? "").length;
  field.focus();
  field.setSelectionRange(start, start + size);
  const height = parseFloat(getComputedStyle(field).lineHeight);
  field.scrollTop = Math.max(0, (line - 3) * height);
}

function editorChanged() {
  const field = byId("words");
  fileSetText(folder.files.get(cards.path), field.value);
  preview.line = field.value.slice(0, field.selectionStart).split("\n").length;
  previewShow(false);
  checkSoon();
}

// The lines that the selection touches, replaced by what `change` makes of them.
function changeLines(change) {
  const field = byId("words"), text = field.value;
  const start = text.lastIndexOf("\n", field.selectionStart - 1) + 1;
  const next = text.indexOf("\n", field.selectionEnd);
  const end = next < 0 ? text.length : next;
  field.setSelectionRange(start, end);
  editorInsert(text.slice(start, end).split("\n").map(change).join("\n"));
}

const withoutSign = (line) => line.replace(/^(#{1,2}|>|[-•*–])\s+/, "");

function markBold() {
  const field = byId("words");
  const chosen = field.value.slice(field.selectionStart, field.selectionEnd);
  if (chosen) {
    editorInsert(/^\*\*[^]*\*\*$/.test(chosen) ? chosen.slice(2, -2) : `**${chosen.trim()}**`);
    return;
  }
  editorInsert("****");
  field.setSelectionRange(field.selectionStart - 2, field.selectionStart - 2);
}

const signs = {
  title: () => changeLines((line) => `# ${withoutSign(line)}`),
  heading: () => changeLines((line) => `## ${withoutSign(line)}`),
  list: () => changeLines((line) => (line ? `- ${withoutSign(line)}` : line)),
  bold: markBold,
  callout: () => changeLines((line) => (line ? `> ${withoutSign(line)}` : line)),
  picture: () => byId("photo").click(),
};

async function photoAdd(file) {
  const bytes = await pictureMakeReady(file);
  if (!bytes) {
    say(`${file.name} is no picture that this browser can read. Save it as JPEG or PNG first.`);
    return;
  }
  const images = folder.folders.find((path) => path.toLowerCase() === "images") ?? "images";
  if (!folder.folders.includes(images)) {
    folder.folders.push(images);
  }
  const name = pictureName(file.name, (wanted) => pictureFile(wanted) !== null);
  folderAdd(`${images}/${name}`, bytes);
  const field = byId("words");
  if (!/^#\s/m.test(field.value.slice(0, field.selectionStart))) {
    field.setSelectionRange(field.value.length, field.value.length); // no picture above the title
  }
  const before = field.value.slice(0, field.selectionStart);
  const words = name.replace(/\.jpg$/, "").replaceAll("-", " ");
  editorInsert(`${before === "" || before.endsWith("\n") ? "" : "\n"}![${words}](${name})\n`);
  say(`The picture is ready as ${name}. Change the words in [ ] to say what it shows.`);
}

function editorStart() {
  byId("words").addEventListener("input", editorChanged);
  for (const [name, act] of Object.entries(signs)) {
    byId(`sign-${name}`).addEventListener("click", act);
  }
  byId("words").addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "b") {
      event.preventDefault();
      markBold();
    }
  });
  byId("photo").addEventListener("change", async () => {
    for (const file of byId("photo").files) {
      await photoAdd(file);
    }
    byId("photo").value = "";
  });
}
