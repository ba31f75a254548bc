// SPDX-License-Identifier: MIT
// What the kiosk's checks say, after every change, under the words that are being typed; and how
// many there are elsewhere. "Show me" puts the cursor where it is.

const findings = { list: [], dropped: 0 };
const checks = { deck: null, isShown: false, timer: 0, took: 0 };

// A line of the command line's form, taken apart again.
function findingRead(text) {
  const parts = /^(.*?):(\d+): (error|warning): ([^]*)$/.exec(text);
  return { text, path: parts[1], line: Number(parts[2]), isError: parts[3] === "error",
    words: parts[4] };
}

function checkNow() {
  const begun = performance.now();
  clearTimeout(checks.timer);
  checks.timer = 0;
  let answer;
  try {
    answer = kioskCheck();
  } catch {
    say("The checks have stopped. Your words are still here: save them, then open this page anew.");
    return;
  }
  findings.list = answer.findings.map(findingRead);
  findings.dropped = answer.dropped;
  checks.isShown = answer.isShown;
  checks.deck = answer.deck ?? checks.deck;
  checks.took = performance.now() - begun;
  findingsShow();
  cardsShow();
  checkLater();
}

// What could not be answered at once: letters of other fonts, pictures.
async function checkLater() {
  const wantsFonts = fonts.isAsked && !fonts.isWhole;
  fonts.isAsked = false;
  if (wantsFonts) {
    await fontsLoadOthers();
  }
  const isNews = await picturesLook();
  if (wantsFonts || isNews) {
    checkSoon();
  }
}

// One check for all the keys that came while the page was drawing.
function checkSoon() {
  clearTimeout(checks.timer);
  checks.timer = setTimeout(checkNow, 0);
}

function findingShowMe(finding) {
  const path = [...folder.files.keys()].find((known) => known === finding.path);
  const file = path && folder.files.get(path);
  if (file && file.text !== undefined) {
    editorOpen(path);
    editorGoTo(finding.line);
  }
}

function findingItem(finding, isHere) {
  const file = folder.files.get(finding.path);
  const where = isHere ? `Line ${finding.line}: ` : `${finding.path}: `;
  const item = make("li", { className: finding.isError ? "finding bad" : "finding" },
    make("span", { className: "finding-kind" }, finding.isError ? "Change this" : "Advice"),
    make("span", { className: "finding-words", dir: "auto" }, where + finding.words));
  item.dataset.finding = finding.text;
  if (file && file.text !== undefined) {
    item.append(button("Show me", () => findingShowMe(finding)));
  }
  return item;
}

function findingsShow() {
  const LISTED = 100;
  const here = findings.list.filter((finding) => finding.path === cards.path);
  const others = findings.list.filter((finding) => finding.path !== cards.path);
  const errors = findings.list.filter((finding) => finding.isError).length;
  const heading = findings.list.length === 0 ? "Everything is right"
    : errors === 0 ? "This can go on the screen. There is advice:"
      : errors === 1 ? "1 thing has to be changed" : `${errors} things have to be changed`;
  byId("findings-heading").textContent = heading;
  byId("findings-heading").className = errors > 0 ? "bad" : "";
  fill(byId("findings"), ...here.slice(0, LISTED).map((finding) => findingItem(finding, true)));
  fill(byId("other-findings"),
    ...others.slice(0, LISTED).map((finding) => findingItem(finding, false)));
  const more = Math.max(0, here.length - LISTED) + Math.max(0, others.length - LISTED) +
    findings.dropped;
  byId("other-heading").hidden = others.length === 0;
  byId("more-findings").textContent = more > 0 ? `And ${more} more.` : "";
}
