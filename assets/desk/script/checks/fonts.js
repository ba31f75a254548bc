// SPDX-License-Identifier: MIT
// The kiosk's own fonts, unpacked from the page: for the letters on it, and for the check whether
// the kiosk has a letter at all, which is read from each font's table "cmap" (OpenType 1.9). Those
// of other scripts are unpacked only when a letter asks for them.

const FONT_HOUSE = "Atkinson Hyperlegible Next";
const fonts = { families: [], covers: [], isWhole: false, isAsked: false };

function fontsList() {
  let family = null;
  for (const line of blockText("fonts.ini").split("\n")) {
    const [key, value] = line.split("=").map((part) => part.trim());
    if (line.startsWith("[")) {
      family = { name: line.slice(1, line.indexOf("]")), files: {} };
      fonts.families.push(family);
    } else if (value && family && !line.startsWith("#")) {
      family.files[key] = value;
    }
  }
}

// Adds the letters of one subtable to `ranges`, as [first, last].
function fontRanges(view, at, ranges) {
  const format = view.getUint16(at);
  if (format === 12) {
    for (let i = 0, count = view.getUint32(at + 12); i < count; i++) {
      const group = at + 16 + 12 * i;
      ranges.push([view.getUint32(group), view.getUint32(group + 4)]);
    }
  } else if (format === 4) {
    const count = view.getUint16(at + 6) / 2;
    for (let i = 0; i < count; i++) {
      const last = view.getUint16(at + 14 + 2 * i);
      const first = view.getUint16(at + 16 + 2 * count + 2 * i);
      const delta = view.getUint16(at + 16 + 4 * count + 2 * i);
      const offsetAt = at + 16 + 6 * count + 2 * i;
      const offset = view.getUint16(offsetAt);
      for (let c = first; c <= last && c < 0xffff; c++) {
        const glyph = offset === 0 ? (c + delta) & 0xffff
          : view.getUint16(offsetAt + offset + 2 * (c - first));
        if (glyph !== 0) {
          ranges.push([c, c]);
        }
      }
    }
  }
}

// The code points that a font has a glyph for.
function fontCover(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cover = new Set();
  for (let i = 0; i < view.getUint16(4); i++) {
    const record = 12 + 16 * i;
    if (view.getUint32(record) !== 0x636d6170) {
      continue;
    }
    const cmap = view.getUint32(record + 8);
    const ranges = [];
    for (let j = 0; j < view.getUint16(cmap + 2); j++) {
      fontRanges(view, cmap + view.getUint32(cmap + 8 + 8 * j), ranges);
    }
    for (const [first, last] of ranges) {
      for (let c = first; c <= last; c++) {
        cover.add(c);
      }
    }
  }
  return cover;
}

async function fontLoad(family) {
  const weights = { regular: "400", semibold: "600", bold: "700" };
  for (const [key, file] of Object.entries(family.files)) {
    const bytes = await blockBytes(`fonts/${file}`);
    if (key === "regular") {
      fonts.covers.push(fontCover(bytes));
    }
    const face = new FontFace(family.name, bytes, { weight: weights[key] });
    document.fonts.add(await face.load());
  }
}

async function fontsStart() {
  fontsList();
  await fontLoad(fonts.families[0]);
  const names = fonts.families.map((family) => `"${family.name}"`).join(", ");
  document.documentElement.style.setProperty("--family", `${names}, sans-serif`);
}

async function fontsLoadOthers() {
  for (const family of fonts.families.slice(1)) {
    await fontLoad(family);
    await breathe();
  }
  fonts.isWhole = true;
}

// As long as not every font is read the answer is a yes, and the question is asked again later.
function fontsHave(codePoint) {
  const isThere = fonts.covers.some((cover) => cover.has(codePoint));
  fonts.isAsked ||= !isThere && !fonts.isWhole;
  return isThere || !fonts.isWhole;
}
