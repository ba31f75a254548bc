// SPDX-License-Identifier: MIT
// A folder in the page's memory with the interface of the File System Access API (WICG), because no test may press
// "Allow" in a browser's own window. It can be made to fail: `standIn.fails` names the error of the next write,
// `standIn.cutsAt` the bytes after which a write silently ends.
"use strict";
window.standIn = { files: new Map(), writes: [], fails: null, cutsAt: Infinity };

window.standInHandle = (path, kind, name) => ({
  kind,
  name,
  async getFile() {
    if (!standIn.files.has(path)) {
      throw new DOMException("gone", "NotFoundError");
    }
    return new File([standIn.files.get(path)], name);
  },
  async *values() {
    const seen = new Set();
    for (const known of [...standIn.files.keys()].filter((one) => one.startsWith(`${path}/`))) {
      const [next, ...rest] = known.slice(path.length + 1).split("/");
      if (!seen.has(next)) {
        seen.add(next);
        yield standInHandle(`${path}/${next}`, rest.length > 0 ? "directory" : "file", next);
      }
    }
  },
  async requestPermission() {
    return "granted";
  },
  async getDirectoryHandle(inner) {
    return standInHandle(`${path}/${inner}`, "directory", inner);
  },
  async getFileHandle(inner, { create } = {}) {
    if (!create && !standIn.files.has(`${path}/${inner}`)) {
      throw new DOMException("gone", "NotFoundError");
    }
    return standInHandle(`${path}/${inner}`, "file", inner);
  },
  async createWritable() {
    if (standIn.fails) {
      const error = standIn.fails;
      standIn.fails = null;
      throw new DOMException("no", error);
    }
    let bytes = new Uint8Array();
    return {
      async write(more) {
        bytes = more.slice(0, standIn.cutsAt);
      },
      async close() {
        standIn.files.set(path, bytes);
        standIn.writes.push(path);
      },
    };
  },
  async removeEntry(inner) {
    standIn.files.delete(`${path}/${inner}`);
    standIn.writes.push(`-${path}/${inner}`);
  },
});

window.showDirectoryPicker = async () => standInHandle("kiosk", "directory", "kiosk");
