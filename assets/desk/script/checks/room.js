// SPDX-License-Identifier: MIT
// The files as the checks see them: a tree of names, each with its number. A file is an object
// {size, bytes} that its owner may change; where `bytes` is null only its size is known.

const FROM_HERE = -100;
const room = { nodes: [] };

function roomNode(name, file) {
  room.nodes.push({ name, file, children: file ? null : new Map() });
  return room.nodes.length - 1;
}

// Everything below the folder `top` is put in anew; entries are [path, file], or [path, null] for a
// folder.
function roomFill(top, entries) {
  if (room.nodes.length === 0) {
    roomNode("", null);
  }
  room.nodes[0].children.delete(top);
  const root = roomNode(top, null);
  room.nodes[0].children.set(top, root);
  for (const [path, file] of entries) {
    const names = path.split("/");
    let at = root;
    names.forEach((name, index) => {
      const children = room.nodes[at].children;
      const isLast = index === names.length - 1;
      if (children && !children.has(name)) {
        children.set(name, roomNode(name, isLast ? file : null));
      }
      at = children ? children.get(name) : at;
    });
  }
}

function roomPut(name, bytes) {
  const known = room.nodes[0].children.get(name);
  if (known !== undefined) {
    Object.assign(room.nodes[known].file, { size: bytes.length, bytes });
    return;
  }
  room.nodes[0].children.set(name, roomNode(name, { size: bytes.length, bytes }));
}

// -1 where there is none; `folder` may be FROM_HERE, and then the name may be a path.
function roomFind(folder, path) {
  let at = folder === FROM_HERE ? 0 : folder;
  for (const name of path.split("/")) {
    const children = room.nodes[at]?.children;
    if (!children || !children.has(name)) {
      return -1;
    }
    at = children.get(name);
  }
  return at;
}

// Drops the numbers of folders that were replaced, once there are many.
function roomTidy() {
  if (room.nodes.length < 50000) {
    return;
  }
  const old = room.nodes;
  room.nodes = [];
  const copy = (at) => {
    const fresh = roomNode(old[at].name, old[at].file);
    if (old[at].children) {
      for (const [name, child] of old[at].children) {
        room.nodes[fresh].children.set(name, copy(child));
      }
    }
    return fresh;
  };
  copy(0);
}
