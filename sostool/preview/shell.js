// Shows the document, and shows it again after each save at the place where the reader was.
"use strict";

const READING = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, tr, figure, blockquote";
const REMEMBERED = 12;

const frames = document.getElementById("frames");
const choice = document.getElementById("pages");
const places = new Map();
let pages = [];
let shown = null;
let wrong = false;

function byId(id) {
  return document.getElementById(id);
}

/** Name each part of a document by what it says, and by how many before it say the same. */
function* named(page) {
  const met = new Map();
  for (const part of page.querySelectorAll(READING)) {
    const says = `${part.localName} ${part.textContent}`;
    const times = met.get(says) ?? 0;
    met.set(says, times + 1);
    yield [`${times} ${says}`, part];
  }
}

/** The place of the reader: the parts in view with their distance from the top, and the distance from the start. */
function placeIn({ frame, settled }) {
  const from = frame.contentWindow.scrollY;
  const parts = [];
  // Scrolling is done in whole steps. What is lost by that is made good, or many saves would add it up.
  const lost = settled?.from === from ? settled.lost : 0;
  if (from > 0) {
    for (const [name, part] of named(frame.contentDocument)) {
      const { top, height } = part.getBoundingClientRect();
      if (top >= 0 && height > 0) {
        parts.push([name, top - lost]);
      }
      if (parts.length === REMEMBERED) {
        break;
      }
    }
  }
  return { from, parts };
}

/** Bring a place into view, and say where that is and by how much it is missed. */
function goTo(place, frame) {
  const now = new Map(place.parts.length ? named(frame.contentDocument) : []);
  const kept = place.parts.find(([name]) => now.has(name));
  const away = () => (kept ? now.get(kept[0]).getBoundingClientRect().top - kept[1] : 0);
  const view = frame.contentWindow;
  view.scrollTo({ top: kept ? view.scrollY + away() : place.from, behavior: "instant" });
  const lost = away();
  return { from: view.scrollY, lost: Math.abs(lost) < 1 ? lost : 0 };
}

/** Put a document in view. It is made ready unseen, so that nothing flickers. */
function put(page) {
  const frame = document.createElement("iframe");
  frame.className = "coming";
  frame.setAttribute("sandbox", "allow-same-origin");
  frame.addEventListener("load", () => (frame === shown?.frame ? strayed() : arrived(frame, page)));
  frame.src = `document/${page.number}/${page.name.split("/").map(encodeURIComponent).join("/")}`;
  frames.append(frame);
}

function arrived(frame, page) {
  const wanted = current();
  if (!frame.contentDocument?.body?.childElementCount || !same(wanted, page)) {
    frame.remove();
    return;
  }
  const before = shown;
  if (before?.frame.contentDocument) {
    places.set(before.page.name, placeIn(before));
  }
  const place = places.get(page.name);
  const settled = place ? goTo(place, frame) : null;
  const focused = before !== null && document.activeElement === before.frame;
  frame.classList.remove("coming");
  frame.title = frame.contentDocument.title;
  shown = { frame, page, settled };
  before?.frame.remove();
  if (focused) {
    frame.focus();
  }
  label();
}

/** Follow a reader who went from one document to another by a link; whoever lands nowhere is led back. */
function strayed() {
  // A page of the browser's own, such as one that says that nothing is there, cannot be looked into.
  const to = shown.frame.contentDocument;
  const at = to?.location.pathname.split("/").slice(4).map(decodeURIComponent).join("/");
  const page = pages.find(({ name }) => name === at);
  if (page) {
    choice.value = page.name;
    shown = { ...shown, page, settled: null };
    shown.frame.title = to.title;
    label();
  } else {
    put(current());
  }
}

function current() {
  return pages.find((page) => page.name === choice.value) ?? pages[0];
}

function same(one, other) {
  return one?.name === other?.name && one?.number === other?.number;
}

function label() {
  const title = shown ? `Preview: ${shown.frame.title}` : "Preview";
  document.title = wrong ? `Not up to date. ${title}` : title;
}

function say(heading, lines, rest) {
  byId("notice-text").hidden = !heading;
  byId("notice-heading").textContent = heading;
  byId("notice-rest").textContent = rest;
  byId("notice-lines").replaceChildren(
    ...lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })),
  );
}

function fill() {
  const chosen = choice.value;
  const names = pages.map((page) => page.name);
  if (names.join("\n") !== [...choice.options].map((option) => option.value).join("\n")) {
    choice.replaceChildren(...names.map((name) => new Option(name.replace(/\.html$/, ""), name)));
    choice.value = names.includes(chosen) ? chosen : (names[0] ?? "");
  }
  byId("choice").hidden = names.length < 2;
}

function look() {
  const page = current();
  if (page && !same(page, shown?.page)) {
    put(page);
  }
}

const news = new EventSource("news");
news.addEventListener("message", (event) => {
  const told = JSON.parse(event.data);
  pages = told.pages;
  wrong = told.wrong.length > 0 || told.ended;
  fill();
  look();
  const clock = new Date().toLocaleTimeString("en-GB");
  if (told.ended) {
    news.close();
    byId("state").textContent = `Ended at ${clock}`;
    say("The preview has ended", [], "Nothing more will change here. To go on, start the command again.");
  } else if (told.wrong.length > 0) {
    byId("state").textContent = `Not up to date since ${clock}`;
    say(
      "The last save cannot be shown yet",
      told.wrong,
      pages.length ? "Until that is put right, the document is shown as it was before." : "",
    );
  } else {
    byId("state").textContent = `Up to date at ${clock}`;
    say("", [], "");
  }
  label();
});
news.addEventListener("error", () => {
  byId("state").textContent = "Not connected";
  say("The preview has lost its connection", [], "Is the command still running? If not, start it again.");
});
choice.addEventListener("change", look);
