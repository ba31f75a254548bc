// SPDX-License-Identifier: MIT
// The kiosk's own checks, as WebAssembly (kiosk/desk): questions go in as files of the room,
// answers come back as JSON.

const kiosk = { exports: null, desk: 0 };
const utf8 = new TextDecoder("utf-8");
const toUtf8 = new TextEncoder();

function kioskText(at) {
  const memory = new Uint8Array(kiosk.exports.memory.buffer);
  return utf8.decode(memory.subarray(at, memory.indexOf(0, at)));
}

function kioskPut(bytes, at) {
  new Uint8Array(kiosk.exports.memory.buffer).set(bytes, at);
}

// Where a file's bytes lie in the memory of the checks: they are copied there once, with a NUL
// behind them, and again when they changed.
function kioskKeep(file) {
  if (!file.bytes) {
    return 0;
  }
  if (file.kept !== file.bytes) {
    kiosk.exports.free(file.at ?? 0);
    file.at = kiosk.exports.malloc(file.bytes.length + 1);
    file.kept = file.at ? file.bytes : null;
    if (file.at) {
      kioskPut(file.bytes, file.at);
      kioskPut([0], file.at + file.bytes.length);
    }
  }
  return file.at;
}

// How Unicode compares names: taken apart, without the case of letters.
const kioskFold = (name) => name.normalize("NFD").toUpperCase().toLowerCase().normalize("NFD");

const kioskPage = {
  find: (folder, name) => roomFind(folder, kioskText(name)),
  is_folder: (entry) => (room.nodes[entry].children ? 1 : 0),
  size: (file) => room.nodes[file].file.size,
  bytes: (file) => kioskKeep(room.nodes[file].file),
  count: (folder) => room.nodes[folder].children.size,
  entry: (folder, index, name, size) => {
    const node = room.nodes[folder];
    if (index === 0 || !node.order) {
      node.order = [...node.children.values()];
    }
    const entry = node.order[index];
    const bytes = toUtf8.encode(room.nodes[entry].name).slice(0, size - 1);
    kioskPut(bytes, name);
    kioskPut([0], name + bytes.length);
    return entry;
  },
  same_name: (a, b) => (kioskFold(kioskText(a)) === kioskFold(kioskText(b)) ? 1 : 0),
  has_letter: (codePoint) => (fontsHave(codePoint) ? 1 : 0),
  decodes: (at) => (picturesDecode(at) ? 1 : 0),
};

async function kioskStart() {
  const module = await WebAssembly.compile(await blockBytes("kiosk.wasm"));
  const refuse = () => 52; // of what the system would be asked for: there is none
  const system = {};
  for (const wanted of WebAssembly.Module.imports(module)) {
    system[wanted.name] = refuse;
  }
  system.proc_exit = () => {
    throw new Error("the checks gave up");
  };
  const instance = await WebAssembly.instantiate(module,
    { page: kioskPage, wasi_snapshot_preview1: system });
  kiosk.exports = instance.exports;
  kiosk.exports._initialize?.();
  kiosk.desk = kiosk.exports.desk_open();
  const words = [...document.querySelectorAll('script[type="text/plain"]')]
    .filter((block) => /^(words\/|drawings\/|staff)/.test(block.id))
    .map((block) => [block.id, toUtf8.encode(blockText(block.id))])
    .map(([path, bytes]) => [path, { size: bytes.length, bytes }]);
  roomFill("assets", [...words,
    ["drawings/README.md", { size: 0, bytes: new Uint8Array() }]]);
}

// The bytes of an answer; the text of what is typed, where there is any, goes in first.
function kioskAnswer(question, typed, ...parameters) {
  if (typed !== undefined) {
    roomPut("typed", typed instanceof Uint8Array ? typed : toUtf8.encode(typed));
  }
  kiosk.exports[question](...parameters);
  const at = kiosk.exports.desk_answer(kiosk.desk);
  return new Uint8Array(kiosk.exports.memory.buffer, at, kiosk.exports.desk_answer_size(kiosk.desk));
}

const kioskJson = (...question) => JSON.parse(utf8.decode(kioskAnswer(...question)));

const kioskCheck = () => kioskJson("desk_check", undefined, kiosk.desk);
const kioskCard = (text) => kioskJson("desk_card", text, kiosk.desk);
const kioskRead = (bytes) => kioskJson("desk_text", bytes, kiosk.desk).text;
const kioskChanges = () => kioskJson("desk_changes", undefined, kiosk.desk);
const kioskForWindows = (text) => kioskAnswer("desk_for_windows", text, kiosk.desk).slice();

function kioskLook(width, height) {
  const buffer = kiosk.exports.desk_begin(kiosk.desk);
  return kioskJson("theme_put", undefined, buffer, width, height);
}
