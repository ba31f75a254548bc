// SPDX-License-Identifier: MIT
// Pictures: whether this browser can draw one, and a photo made ready for the kiosk. Drawing one
// takes its time, so the first answer is a yes, and the folder is checked again where that was
// wrong.

const PHOTO_PIXELS = 2000000;
const pictures = { verdicts: new WeakMap(), isAsked: false, waiting: new Set() };

function pictureKind(name) {
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  return { png: "image/png", jpg: "image/jpeg", jpeg: "image/jpeg", svg: "image/svg+xml" }[ending];
}

// A picture of the folder by its name in images/.
function pictureFile(name) {
  for (const [path, file] of folder.files) {
    if (/^images\//i.test(path) && kioskFold(path.slice(7)) === kioskFold(name)) {
      return file;
    }
  }
  return null;
}

// Of the picture whose bytes lie there in the memory of the checks.
function picturesDecode(at) {
  const [path, file] = [...folder.files].find(([, known]) => known.at === at) ?? ["", null];
  const type = pictureKind(path);
  if (!file || type === "image/svg+xml") {
    return true;
  }
  if (!pictures.verdicts.has(file.bytes)) {
    pictures.verdicts.set(file.bytes, true); // each is looked at once
    pictures.waiting.add({ bytes: file.bytes, type });
  }
  return pictures.verdicts.get(file.bytes);
}

// Looks at those that were asked for; true where one of them cannot be drawn.
async function picturesLook() {
  let isNews = false;
  const waiting = [...pictures.waiting];
  pictures.waiting.clear();
  for (const { bytes, type } of waiting) {
    try {
      (await createImageBitmap(new Blob([bytes], { type }))).close();
    } catch {
      pictures.verdicts.set(bytes, false);
      isNews = true;
    }
  }
  return isNews;
}

// The same element each time, so that the browser draws a photo once.
function pictureImage(file, name) {
  file.image ??= make("img",
    { src: URL.createObjectURL(new Blob([file.bytes], { type: pictureKind(name) })) });
  return file.image;
}

// A plain name that no folder has yet: photo of IMG_2034 (1).HEIC.jpg is img-2034-1.jpg.
function pictureName(original, isTaken) {
  const stem = original.replace(/\.[^.]*$/, "").normalize("NFD").toLowerCase()
    .replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 40) || "photo";
  let name = `${stem}.jpg`;
  for (let i = 2; isTaken(name); i++) {
    name = `${stem}-${i}.jpg`;
  }
  return name;
}

// Upright, at most two megapixels, as JPEG; null where it is no picture.
async function pictureMakeReady(file) {
  let bitmap;
  try {
    bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    return null;
  }
  const scale = Math.min(1, Math.sqrt(PHOTO_PIXELS / (bitmap.width * bitmap.height)));
  const canvas = make("canvas", { width: Math.max(1, Math.floor(bitmap.width * scale)),
    height: Math.max(1, Math.floor(bitmap.height * scale)) });
  const pen = canvas.getContext("2d");
  pen.fillStyle = "white";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.88));
  return blob && new Uint8Array(await blob.arrayBuffer());
}
