// SPDX-License-Identifier: MIT
// kiosk.ini as a form. A field changes the words behind its own "=" and nothing else of the file:
// notes, order and lines that the form does not know stay as they are.

const practiceFields = [
  ["name", "practice", "The name of your practice"],
  ["strapline", "practice", "A few quiet words beside the name (may be empty)"],
  ["poster", "practice", "What this is about, in one sentence, for the far side of the room"],
  ["phone", "referral", "The telephone number for self-referral, with its spaces"],
  ["qr", "referral", "What the square code does",
    { phone: "It offers to ring the number", link: "It opens the web page below",
      contact: "It saves the name and the number" }],
  ["link", "referral", "The web page, if the code opens one"],
  ["service", "referral", "The name that a phone saves with the number"],
  ["content_owner", "practice", "Who answers for the words"],
  ["last_checked", "practice", "The day when somebody last checked all the words"],
  ["show", "languages", "The languages to show, with spaces between; the first is the start"],
];

// The lines of the text, and where the key's line and its section's heading are; -1: nowhere. A key
// such as "poster" stands in two sections and means two things.
function iniFind(text, section, key) {
  const lines = text.split("\n");
  let inside = "", heading = -1;
  for (let at = 0; at < lines.length; at++) {
    const head = /^\s*\[(.*?)\]/.exec(lines[at]);
    inside = head ? head[1].trim().toLowerCase() : inside;
    heading = head && inside === section && heading < 0 ? at : heading;
    const name = lines[at].split("=")[0].trim().toLowerCase();
    if (inside === section && lines[at].includes("=") && name === key) {
      return { lines, at, heading };
    }
  }
  return { lines, at: -1, heading };
}

function iniGet(text, section, key) {
  const { lines, at } = iniFind(text, section, key);
  return at < 0 ? "" : lines[at].slice(lines[at].indexOf("=") + 1).trim();
}

function iniSet(text, section, [key, value]) {
  const { lines, at, heading } = iniFind(text, section, key);
  if (at >= 0) {
    lines[at] = `${lines[at].slice(0, lines[at].indexOf("=") + 1)} ${value}`.trimEnd();
  } else if (heading >= 0) {
    lines.splice(heading + 1, 0, `${key} = ${value}`);
  } else {
    lines.push(`[${section}]`, `${key} = ${value}`, "");
  }
  return lines.join("\n");
}

// Without the line of that key.
function iniDrop(text, section, key) {
  const { lines, at } = iniFind(text, section, key);
  if (at >= 0) {
    lines.splice(at, 1);
  }
  return lines.join("\n");
}

function practiceChange(change) {
  const file = folder.files.get(settingsPath());
  fileSetText(file, change(file.text));
  checkNow();
  previewShow(false);
}

function practiceField([key, section, label, choices], text) {
  const id = `practice-${key}`;
  const field = choices
    ? make("select", { id }, ...Object.entries(choices).map(([value, words]) =>
      make("option", { value }, words)))
    : make("input", { id, value: iniGet(text, section, key), autocomplete: "off", dir: "auto" });
  field.value = iniGet(text, section, key);
  field.addEventListener("input", () => {
    practiceChange((old) => iniSet(old, section, [key, field.value.replace(/[\r\n]+/g, " ")]));
  });
  return make("div", { className: "field" }, make("label", { for: id }, label), field,
    key !== "last_checked" ? null : button("All words checked today", () => {
      const now = new Date();
      const two = (number) => String(number).padStart(2, "0");
      field.value = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
      field.dispatchEvent(new Event("input"));
    }));
}

function practiceShow(file) {
  fill(byId("practice"), ...practiceFields.map((field) => practiceField(field, file.text)));
}

// The field of the line, or nothing where the form has none for it.
function practiceGoTo(line) {
  const words = folder.files.get(settingsPath()).text.split("\n")[line - 1] ?? "";
  const key = words.split("=")[0].trim().toLowerCase();
  const field = byId(`practice-${key}`) ?? byId("practice").querySelector("input");
  field?.focus();
  if (!byId(`practice-${key}`)) {
    say(`This is about the line “${words.trim()}”, in the file kiosk.ini.`);
  }
}

// The drawing beside a card: a line below [drawings].
function drawingShow(path) {
  const card = cardOf(path);
  const names = [...iniPairs(blockText("drawings/drawings.ini")).keys()];
  const settings = settingsPath();
  const chosen = settings ? iniGet(folder.files.get(settings).text ?? "", "drawings", card.id) : "";
  fill(byId("drawing"), make("option", { value: "" }, "No drawing"),
    ...names.map((name) => make("option", { value: name }, name.replaceAll("-", " "))));
  byId("drawing").value = chosen;
}

function drawingChoose() {
  const id = cardOf(cards.path).id, name = byId("drawing").value;
  practiceChange((text) => (name ? iniSet(text, "drawings", [id, name]) : iniDrop(text, "drawings", id)));
}
