// SPDX-License-Identifier: MIT
// A folder as a browser gives it, which is one of three things: a handle that may be written
// (Edge, Chrome), an entry of something dropped, or the list of a file field. Here they become one.

// Each is {name, isFolder, handle, list(): async iterator, file(): File}.
function sourceOfHandle(handle) {
  return {
    name: handle.name,
    isFolder: handle.kind === "directory",
    handle,
    async *list() {
      for await (const entry of handle.values()) {
        yield sourceOfHandle(entry);
      }
    },
    file: () => handle.getFile(),
  };
}

function sourceOfEntry(entry) {
  return {
    name: entry.name,
    isFolder: entry.isDirectory,
    handle: null,
    async *list() {
      const reader = entry.createReader();
      for (;;) {
        const some = await new Promise((take, fail) => reader.readEntries(take, fail));
        if (some.length === 0) {
          return;
        }
        yield* some.map(sourceOfEntry);
      }
    },
    file: () => new Promise((take, fail) => entry.file(take, fail)),
  };
}

function sourceOfList(files) {
  const root = new Map();
  for (const file of files) {
    let at = root;
    const names = file.webkitRelativePath.split("/");
    for (const name of names.slice(0, -1)) {
      at = at.get(name) instanceof Map ? at.get(name) : at.set(name, new Map()).get(name);
    }
    at.set(names[names.length - 1], file);
  }
  const source = (name, what) => ({
    name,
    isFolder: what instanceof Map,
    handle: null,
    async *list() {
      for (const [inner, child] of what) {
        yield source(inner, child);
      }
    },
    file: async () => what,
  });
  const [top] = root;
  return source(top ? top[0] : "", top ? top[1] : root);
}
