// SPDX-License-Identifier: MIT
// Saving: only what changed, each file read back before it counts as written. A failure stops it
// and keeps everything in the page. Where the browser may not write into the folder, the files are
// downloads, with a sentence on where each belongs.

const sameBytes = (a, b) => a.length === b.length && a.every((byte, index) => byte === b[index]);

async function handleOfFolder(path) {
  let handle = folder.handle;
  for (const name of path.split("/").slice(0, -1)) {
    handle = await handle.getDirectoryHandle(name, { create: true });
  }
  return handle;
}

const nameOf = (path) => path.slice(path.lastIndexOf("/") + 1);

async function bytesOnDisk(path) {
  try {
    const handle = await (await handleOfFolder(path)).getFileHandle(nameOf(path));
    return new Uint8Array(await (await handle.getFile()).arrayBuffer());
  } catch (error) {
    if (error.name === "NotFoundError") {
      return null;
    }
    throw error;
  }
}

// The bytes that a file gets. A card or kiosk.ini is written as the kiosk itself writes it.
const bytesToWrite = (file) => (file.text === undefined ? file.bytes : kioskForWindows(file.text));

async function writeOne(file) {
  const bytes = bytesToWrite(file);
  const handle = await (await handleOfFolder(file.path))
    .getFileHandle(nameOf(file.path), { create: true });
  const stream = await handle.createWritable();
  await stream.write(bytes);
  await stream.close();
  const written = new Uint8Array(await (await handle.getFile()).arrayBuffer());
  if (!sameBytes(written, bytes)) {
    throw new Error("what was written is not what is there");
  }
  saveCount(file, bytes);
}

// From now on this is what lies on the stick.
function saveCount(file, bytes) {
  file.disk = bytes;
  file.saved = file.text;
  file.bytes = bytes;
  file.size = bytes.length;
}

const saveReasons = {
  QuotaExceededError: "The stick is full. Take what you do not need off it.",
  NotAllowedError: "The browser may not write into this folder.",
  NoModificationAllowedError: "Another program holds a file open. Close it and save again.",
  NotFoundError: "The stick or the folder is not there any more. Put the stick in again.",
};

// Files that somebody else changed since this page read them.
async function findStrangers(files) {
  const strangers = [];
  for (const file of files) {
    const now = await bytesOnDisk(file.path);
    const isSame = now ? file.disk && sameBytes(now, file.disk) : !file.disk;
    if (!isSame) {
      strangers.push(file.path);
    }
  }
  return strangers;
}

async function confirmStrangers(strangers) {
  const list = make("ul", {}, ...strangers.map((path) => make("li", {}, path)));
  return ask("Somebody else changed these files meanwhile", make("div", {},
    make("p", {}, "They are not as they were when you opened the folder. If you save, their words " +
      "are replaced by yours."), list),
  [["Replace their words by mine", true], ["Do not save", false]]);
}

function saidList(paths) {
  return paths.length > 4 ? `${paths.slice(0, 3).join(", ")} and ${paths.length - 3} more`
    : paths.join(", ");
}

function saySaved(written, gone) {
  const parts = [];
  if (written.length > 0) {
    parts.push(`Saved: ${saidList(written)}.`);
  }
  if (gone.length > 0) {
    parts.push(`Taken out: ${saidList(gone)}.`);
  }
  parts.push("Nothing else was touched. Now put the stick into the screen.");
  say(parts.join(" "));
}

async function saveIntoFolder() {
  const { written, gone } = folderChanges();
  const done = [], removed = [];
  try {
    if (await folder.handle.requestPermission?.({ mode: "readwrite" }) === "denied") {
      throw new DOMException("", "NotAllowedError");
    }
    const strangers = await findStrangers([...written, ...gone]);
    if (strangers.length > 0 && !await confirmStrangers(strangers)) {
      say("Nothing was saved. Your words are still here.");
      return;
    }
    for (const file of written) {
      await writeOne(file);
      done.push(file.path);
    }
    for (const file of gone) {
      const handle = await handleOfFolder(file.path);
      await handle.removeEntry(nameOf(file.path)).catch((error) => {
        if (error.name !== "NotFoundError") {
          throw error;
        }
      });
      folder.gone.delete(file.path);
      removed.push(file.path);
    }
    saySaved(done, removed);
  } catch (error) {
    const why = saveReasons[error.name] ?? "The stick cannot be written: it may be broken.";
    say(`${done.length > 0 ? `Saved: ${saidList(done)}. ` : ""}The rest was not saved. ${why} ` +
      "Nothing is lost: your words are still on this page.",
    button("Try again", () => save()), button("Save as downloads", saveAsDownloads));
  }
}

function saveAsDownloads() {
  const { written, gone } = folderChanges();
  const where = make("ul");
  for (const file of written) {
    const bytes = bytesToWrite(file);
    const link = make("a", { href: URL.createObjectURL(new Blob([bytes])),
      download: nameOf(file.path) });
    link.click();
    saveCount(file, bytes);
    const place = ["kiosk", ...file.path.split("/").slice(0, -1)].join(" › ");
    where.append(make("li", {}, `${nameOf(file.path)} belongs in ${place}`));
  }
  for (const file of gone) {
    where.append(make("li", {}, `Delete ${nameOf(file.path)} in ` +
      ["kiosk", ...file.path.split("/").slice(0, -1)].join(" › ")));
  }
  folder.gone.clear();
  ask("Put these files onto the stick", make("div", {},
    make("p", {}, "This browser may not write into the folder. The files are in your folder " +
      "Downloads. Copy each to its place on the stick, over the old one:"), where),
  [["Done", true]]);
  say("Your files are downloads now. They are not on the stick yet.");
}

async function save() {
  if (!folderIsChanged()) {
    say("There is nothing to save: nothing has changed.");
    return;
  }
  if (folder.handle) {
    await saveIntoFolder();
  } else {
    saveAsDownloads();
  }
  cardsShow();
}
