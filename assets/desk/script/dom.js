// SPDX-License-Identifier: MIT
// The few helpers for what the page is made of. Words only ever become text nodes: nothing that
// stands in somebody's file is read as HTML.

const byId = (id) => document.getElementById(id);

const isThere = (child) => child !== null && child !== undefined;

// An element with these properties and children; a child that is a string is text.
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes("-") || name === "role" || name === "for") {
      element.setAttribute(name, value);
    } else {
      element[name] = value;
    }
  }
  element.append(...children.filter(isThere));
  return element;
}

function button(words, act, properties = {}) {
  const element = make("button", { type: "button", ...properties }, words);
  element.addEventListener("click", act);
  return element;
}

function fill(element, ...children) {
  element.replaceChildren(...children.filter(isThere));
}

// The text of a data block of the page.
function blockText(id) {
  const block = byId(id);
  return block ? block.textContent.replaceAll("&lt;", "<") : null;
}

// The bytes of a packed one.
async function blockBytes(id) {
  const text = atob(byId(id).textContent);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    bytes[i] = text.charCodeAt(i);
  }
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

// The pairs of an INI text of ours, all sections in one.
function iniPairs(text) {
  const pairs = new Map();
  for (const line of text.split("\n")) {
    const at = line.indexOf("=");
    if (at > 0 && !line.startsWith("#")) {
      pairs.set(line.slice(0, at).trim(), line.slice(at + 1).trim());
    }
  }
  return pairs;
}

// The words of the screen in a language; null where the screen has none.
function languageWords(tag) {
  const text = blockText(`words/${tag}.ini`);
  return text ? iniPairs(text) : null;
}

// One sentence for everybody, also for those who hear the page; `actions` are buttons behind it.
function say(words, ...actions) {
  fill(byId("status"), make("span", {}, words), ...actions);
  byId("status").hidden = words === "";
}

// A question with buttons, [words, value]; the last one is what Escape means.
function ask(heading, body, choices) {
  const dialog = make("dialog", { "aria-labelledby": "ask-heading" });
  return new Promise((resolve) => {
    const end = (value) => {
      dialog.remove();
      resolve(value);
    };
    const buttons = choices.map(([words, value], index) =>
      button(words, () => end(value), { className: index === 0 ? "main" : "" }));
    dialog.append(make("h2", { id: "ask-heading" }, heading), body,
      make("div", { className: "row" }, ...buttons));
    dialog.addEventListener("cancel", () => end(choices[choices.length - 1][1]));
    document.body.append(dialog);
    dialog.showModal();
  });
}

// Lets the browser draw and answer between two slices of long work.
const breathe = () => new Promise((resolve) => setTimeout(resolve, 0));
