// SPDX-License-Identifier: MIT
// The folder `kiosk` as it was opened, whichever way the browser gave it, and what became of it
// since. Only what is content is read, a bounded part of it, and in slices, so that a stranger's
// folder cannot freeze the page. A file is {path, size, bytes, disk, text, saved}: `disk` is what
// lies on the stick (null: nothing yet), `text` what is in the editor (undefined: no text).

const LIMITS = { entries: 4096, all: 20000, text: 64 * 1024, picture: 8 << 20, whole: 256 << 20 };
const folder = { name: "", handle: null, files: new Map(), gone: new Map(), folders: [] };

// One reading: how much was seen, and when the page last drew itself.
function reading() {
  let drawn = performance.now(), seen = 0, bytes = 0;
  return {
    async isEnough() {
      seen++;
      await this.breathe();
      return seen > LIMITS.all;
    },
    async breathe() {
      if (performance.now() - drawn > 40) {
        byId("progress").hidden = false;
        byId("progress-words").textContent = `Reading the folder: ${seen} files`;
        byId("progress-bar").value = seen % 400;
        await breathe();
        drawn = performance.now();
      }
    },
    mayRead(size) {
      bytes += size;
      return bytes <= LIMITS.whole;
    },
  };
}

async function listSome(source, work) {
  const found = [];
  for await (const entry of source.list()) {
    found.push(entry);
    if (await work.isEnough() || found.length > LIMITS.entries) {
      break;
    }
  }
  return found;
}

// A file as the page keeps it. What is larger than `limit`, or cannot be read, has no bytes.
async function readFile(source, path, limit, work) {
  const file = { path, size: 0, bytes: null, disk: null };
  await work.breathe();
  try {
    const opened = limit > 0 ? await source.file() : null;
    file.size = opened ? opened.size : 0;
    if (opened && file.size <= limit && work.mayRead(file.size)) {
      file.bytes = new Uint8Array(await opened.arrayBuffer());
      file.size = file.bytes.length;
    }
  } catch {
    file.bytes = null;
  }
  file.disk = file.bytes ?? new Uint8Array();
  if (file.bytes && limit === LIMITS.text) {
    file.text = kioskRead(file.bytes);
    file.saved = file.text;
  }
  return file;
}

// What `limits` says of a folder's files is read: by name, or for all of them.
async function readFolder(source, path, work, limitOf) {
  const inner = [];
  const entries = await listSome(source, work);
  const isOver = entries.length > LIMITS.entries; // then the checks refuse the whole folder
  for (const entry of entries) {
    const entryPath = path ? `${path}/${entry.name}` : entry.name;
    if (entry.isFolder) {
      folder.folders.push(entryPath);
      inner.push([entry, entryPath]);
    } else {
      const limit = isOver ? 0 : limitOf(entry.name);
      folder.files.set(entryPath, await readFile(entry, entryPath, limit, work));
    }
  }
  return inner;
}

const isTextName = (name) => /\.(txt|md)$/i.test(name);

// The folder that holds kiosk.ini: this one, or `kiosk` inside it.
async function findContent(source, work) {
  const entries = await listSome(source, work);
  const named = (name, isFolder) => entries.find((entry) =>
    entry.isFolder === isFolder && entry.name.toLowerCase() === name);
  if (named("kiosk.ini", false) || named("cards", true)) {
    return source;
  }
  return named("kiosk", true) ?? null;
}

// False where there are no cards in it; nothing is changed then.
async function folderOpen(source) {
  const work = reading();
  const content = source.isFolder ? await findContent(source, work) : null;
  if (!content) {
    return false;
  }
  Object.assign(folder, { name: content.name, handle: content.handle, files: new Map(),
    gone: new Map(), folders: [] });
  const top = await readFolder(content, "", work,
    (name) => (name.toLowerCase() === "kiosk.ini" ? LIMITS.text : 0));
  for (const [entry, path] of top) {
    const name = entry.name.toLowerCase();
    if (name === "images") {
      await readFolder(entry, path, work, (file) => (pictureKind(file) ? LIMITS.picture : 0));
    } else if (name === "cards") {
      for (const [language, languagePath] of await readFolder(entry, path, work, () => 0)) {
        await readFolder(language, languagePath, work,
          (file) => (isTextName(file) ? LIMITS.text : 0));
      }
    }
  }
  roomFill("before", entriesBefore());
  folderToRoom();
  return true;
}

const roomEntries = () => [...folder.folders.map((path) => [path, null]),
  ...folder.files];

// What "different" is different from: the copy that this page came with, else what was opened.
// Pictures have no words, so those of the folder stand for both.
function entriesBefore() {
  const opened = roomEntries().map(([path, file]) =>
    [path, file && { size: file.size, bytes: file.bytes }]);
  const copied = copiedTexts();
  if (copied.length === 0) {
    return opened;
  }
  return [...opened.filter(([path, file]) => !file || folder.files.get(path).text === undefined), ...copied];
}

// Behind the page itself stand the texts of its copy (kiosk/store/stick/page.c).
function copiedTexts() {
  return [...document.querySelectorAll("script.copied")].map((block) => {
    const text = block.textContent.replaceAll("&lt;", "<");
    const end = text.indexOf("\n");
    const bytes = toUtf8.encode(text.slice(end + 1));
    return [text.slice(0, end), { size: bytes.length, bytes }];
  });
}

// After files came, went or changed their names.
function folderToRoom() {
  roomTidy();
  roomFill("content", roomEntries());
}

function fileSetText(file, text) {
  file.text = text;
  file.bytes = text === file.saved && file.disk ? file.disk : toUtf8.encode(text);
  file.size = file.bytes.length;
}

function folderAdd(path, bytes, text) {
  const back = folder.gone.get(path);
  const file = { path, size: bytes.length, bytes, disk: back ? back.disk : null, text,
    saved: back?.saved };
  folder.gone.delete(path);
  folder.files.set(path, file);
  folderToRoom();
  return file;
}

function folderRemove(path) {
  const file = folder.files.get(path);
  folder.files.delete(path);
  if (file.disk) {
    folder.gone.set(path, file);
  }
  folderToRoom();
  return file;
}

const fileIsChanged = (file) =>
  !file.disk || (file.text !== undefined ? file.text !== file.saved
    : file.bytes !== null && file.bytes !== file.disk);

// What saving would write, and what it would take away.
function folderChanges() {
  return { written: [...folder.files.values()].filter(fileIsChanged),
    gone: [...folder.gone.values()] };
}

function folderIsChanged() {
  const { written, gone } = folderChanges();
  return written.length + gone.length > 0;
}
