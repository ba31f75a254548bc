// SPDX-License-Identifier: MIT
// The card as patients will see it: the kiosk's colours, sizes, letters and drawings, laid out by
// the browser. Where a page ends may differ from the screen by a line; what is shown does not.

const preview = { page: 0, line: 0, looks: new Map(), drawings: new Map() };
const shapes = { landscape: [1280, 720], upright: [720, 1280] };

function previewLook() {
  const shape = byId("shape").value;
  if (!preview.looks.has(shape)) {
    preview.looks.set(shape, kioskLook(...shapes[shape]));
  }
  return preview.looks.get(shape);
}

// A drawing in the colours of the theme, or null. The same element each time: it is drawn once.
function drawingImage(name, theme) {
  const svg = name && blockText(`drawings/${name}.svg`);
  const key = `${name} ${theme}`;
  if (!svg || preview.drawings.has(key)) {
    return preview.drawings.get(key) ?? null;
  }
  let text = svg;
  if (theme === "contrast") {
    for (const pair of blockText("drawing-colours").trim().split("\n")) {
      const [light, contrast] = pair.split(" ");
      text = text.replaceAll(light, contrast);
    }
  }
  const image = make("img", { src: `data:image/svg+xml,${encodeURIComponent(text)}`, alt: "" });
  preview.drawings.set(key, image);
  return image;
}

function previewWords(block) {
  return block.parts.map(([isBold, words]) => make(isBold ? "b" : "span", {}, words));
}

function previewBlock(block) {
  const className = `k-${block.kind} k-indent-${block.indent}${block.callout ? " k-callout" : ""}`;
  if (block.kind === "picture") {
    const file = pictureFile(block.text);
    return file?.bytes ? Object.assign(pictureImage(file, block.text), { className, alt: block.alt })
      : make("p", { className: "k-missing" }, `There is no picture ${block.text} yet`);
  }
  const words = previewWords(block);
  if (block.kind === "item") {
    return make("p", { className },
      make("span", { className: "k-marker" }, block.marker || "•"), make("span", {}, ...words));
  }
  return make(block.kind === "heading" ? "h4" : "p", { className }, ...words);
}

function previewPractice() {
  return checks.deck ?? { name: "", phone: "", languages: [], drawings: {} };
}

function previewEnd(image) {
  return make("div", { className: "k-end" },
    image ? make("div", { className: "k-sky" }, image) : null,
    make("div", { className: "k-number" },
      make("div", { className: "k-code" }, "The square code stands here"),
      make("div", { className: "k-phone", dir: "ltr" }, previewPractice().phone ?? "")));
}

function previewFloor(tag, pageCount) {
  const words = languageWords(tag), english = languageWords("en");
  const name = (key) => words?.get(key) ?? english.get(key);
  const parts = [make("span", { className: "k-button k-urgent" },
    name("urgent_help")),
  make("span", { className: "k-button" }, name("topics")),
  make("span", { className: "k-count" }, name("page_of")
    .replace("{page}", preview.page + 1).replace("{pages}", pageCount)),
  make("span", { className: "k-button" }, name("back")),
  make("span", { className: "k-button k-next" }, name("next"))];
  return make("div", { className: "k-floor" }, ...parts);
}

function previewCardParts(text, path) {
  const card = kioskCard(text);
  const settings = previewPractice();
  const id = cardOf(path).id;
  // A picture of its own takes the place of the drawing.
  const own = card.blocks.find((block) => block.kind === "picture" && pictureFile(block.text)?.bytes);
  const blocks = card.blocks.filter((block) => block !== own);
  const language = settings.languages.find((one) => one.tag === languageOf(path));
  const body = make("div", { className: "k-body" }, ...blocks.map(previewBlock));
  const words = make("div", { className: "k-words" },
    make("p", { className: "k-label" }, card.label), make("h3", { className: "k-title" }, card.title),
    body);
  const image = own ? Object.assign(pictureImage(pictureFile(own.text), own.text),
    { className: "k-own", alt: own.alt }) : drawingImage(settings.drawings[id], byId("theme").value);
  return { words, body, image, language, id, lines: blocks.map((block) => block.line) };
}

// Which blocks begin a page: what does not fit any more goes on to the next.
function pageStarts(body) {
  const starts = [0];
  const room = body.clientHeight;
  let top = 0;
  [...body.children].forEach((block, index) => {
    const isOver = block.offsetTop + block.offsetHeight - top > room;
    const last = starts[starts.length - 1];
    if (isOver && index > last) {
      // A heading goes with what it is about.
      const isBehindHeading = body.children[index - 1].tagName === "H4" && index - 1 > last;
      starts.push(isBehindHeading ? index - 1 : index);
      top = body.children[starts[starts.length - 1]].offsetTop;
    }
  });
  return starts;
}

// The page of what is being typed, else the one that was turned to.
function showPage({ body, lines }) {
  const starts = pageStarts(body);
  if (preview.line > 0) {
    const block = lines.findLastIndex((line) => line <= preview.line);
    preview.page = Math.max(0, starts.findLastIndex((start) => start <= block));
    preview.line = 0;
  }
  preview.page = Math.min(preview.page, starts.length - 1);
  const first = starts[preview.page], last = starts[preview.page + 1] ?? body.children.length;
  [...body.children].forEach((block, index) => {
    block.hidden = index < first || index >= last;
  });
  const isSeveral = starts.length > 1;
  byId("pages").hidden = !isSeveral;
  byId("page-words").textContent = `Page ${preview.page + 1} of ${starts.length}`;
  byId("page-back").disabled = preview.page === 0;
  byId("page-next").disabled = preview.page === starts.length - 1;
  return starts.length;
}

function previewDress(stage) {
  const theme = byId("theme").value, shape = byId("shape").value;
  const look = previewLook();
  const factor = { normal: 1, larger: 1.4, largest: 2 }[byId("text-size").value];
  const [width, height] = shapes[shape];
  stage.className = `stage ${shape} ${theme}`;
  for (const [name, colour] of Object.entries(look[theme])) {
    stage.style.setProperty(`--k-${name.toLowerCase().replaceAll("_", "-")}`, colour);
  }
  for (const [name, px] of Object.entries(look.sizes)) {
    stage.style.setProperty(`--k-${name}-px`, `${px}px`);
  }
  stage.style.setProperty("--k-words-px", `${look.sizes.read * factor}px`);
  stage.style.setProperty("--k-u", `${look.sizes["ten-u"] / 10}px`);
  // The whole screen is in view, whatever its shape.
  byId("frame").style.maxWidth = `${Math.max(280, innerHeight * 0.74 * width / height)}px`;
  const scale = byId("frame").clientWidth / width;
  stage.style.width = `${width}px`;
  stage.style.height = `${height}px`;
  stage.style.transform = `scale(${scale})`;
  byId("frame").style.height = `${height * scale}px`;
}

function previewPoster(theme) {
  const settings = previewPractice();
  return [make("div", { className: "k-poster" },
    make("div", { className: "k-sky" }, drawingImage(settings.posterDrawing, theme)),
    make("p", { className: "k-sentence" }, settings.poster ?? "")),
  make("div", { className: "k-floor" },
    make("span", { className: "k-button k-urgent" },
      languageWords(settings.languages[0]?.tag ?? "en").get("urgent_help")),
    make("span", { className: "k-phone", dir: "ltr" }, settings.phone ?? ""))];
}

function previewShow(isAnew) {
  const file = folder.files.get(cards.path);
  const stage = byId("stage"), theme = byId("theme").value;
  preview.page = isAnew ? 0 : preview.page;
  previewDress(stage);
  stage.dir = "ltr";
  const header = make("div", { className: "k-header" },
    make("span", { className: "k-practice" }, previewPractice().name ?? ""));
  byId("pages").hidden = true;
  if (!file || file.text === undefined) {
    fill(stage, header);
  } else if (cards.path === settingsPath()) {
    fill(stage, header, ...previewPoster(theme));
  } else {
    const parts = previewCardParts(file.text, cards.path);
    const isHelp = parts.id === "urgent-help"; // which has no code: one rings for it
    stage.classList.toggle("k-help", isHelp);
    stage.dir = parts.language?.isRightToLeft ? "rtl" : "ltr";
    fill(stage, header, make("div", { className: "k-middle" }, parts.words,
      isHelp ? null : previewEnd(parts.image)));
    stage.append(previewFloor(languageOf(cards.path), 1));
    const pageCount = showPage(parts);
    stage.lastChild.replaceWith(previewFloor(languageOf(cards.path), pageCount));
  }
}

function previewTurn(by) {
  preview.page = Math.max(0, preview.page + by);
  previewShow(false);
}

function previewStart() {
  for (const id of ["shape", "theme", "text-size"]) {
    byId(id).addEventListener("change", () => previewShow(false));
  }
  byId("page-back").addEventListener("click", () => previewTurn(-1));
  byId("page-next").addEventListener("click", () => previewTurn(1));
  new ResizeObserver(() => folder.files.size > 0 && previewShow(false)).observe(byId("frame"));
}
