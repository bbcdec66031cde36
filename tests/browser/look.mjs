// Opens each page as its readers would have it and says, as JSON, what is found.
// Use: node look.mjs CHROMIUM WAY,WAY… < FILES   where FILES is a JSON list and WAY is a key of WAYS or `paper`, which
// prints each page to a PDF beside it.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { RULES, axe, launch } from "./chromium.mjs";

const DESK = { viewport: { width: 1280, height: 900 } };
const WAYS = {
  light: DESK,
  dark: { ...DESK, colorScheme: "dark" },
  forced: { ...DESK, forcedColors: "active" },
  contrast: { ...DESK, contrast: "more" },
  phone: { viewport: { width: 320, height: 640 }, deviceScaleFactor: 2 },
  // A window of 1280 by 900 at 200 %.
  zoom: { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 },
  paper: DESK,
};
const AT_ONCE = 2;

const [executablePath, ways] = process.argv.slice(2);
const files = JSON.parse(readFileSync(0, "utf8"));

/** What axe cannot say of a page: sideways scroll, letters in pictures, whether the style was let in. */
function measure() {
  const shown = [...document.querySelectorAll("svg text")].filter((text) => text.getBoundingClientRect().width > 0);
  const boxes = shown.map((text) => text.getBoundingClientRect());
  const meet = (a, b) =>
    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4;
  const size = (text) => {
    const svg = text.ownerSVGElement;
    return (parseFloat(getComputedStyle(text).fontSize) * svg.getBoundingClientRect().width) / svg.viewBox.baseVal.width;
  };
  return {
    overflow: Math.max(0, document.documentElement.scrollWidth - innerWidth),
    smallestLetters: Math.min(99, ...shown.map(size)),
    labelsThatMeet: boxes.flatMap((box, at) =>
      boxes.slice(at + 1).flatMap((other, next) =>
        meet(box, other) ? [`${shown[at].textContent} / ${shown[at + 1 + next].textContent}`] : [],
      ),
    ),
    styled: getComputedStyle(document.body).fontFamily.includes("Noto Sans"),
  };
}

/** What is wrong with a page's build, as somebody who hears it has it. */
function build() {
  const all = (wanted) => [...document.querySelectorAll(wanted)];
  const wrong = [];
  const want = (is, what) => is || wrong.push(what);
  const levels = all("h1, h2, h3, h4, h5, h6").map((heading) => Number(heading.tagName[1]));
  want(levels[0] === 1 && levels.filter((level) => level === 1).length === 1, "not one h1 before all other headings");
  levels.slice(1).forEach((level, at) => want(level <= levels[at] + 1, `h${levels[at]} is followed by h${level}`));
  for (const landmark of ["header", "main", "footer"]) {
    want(all(`body > ${landmark}`).length === 1, `not one ${landmark}`);
  }
  all("nav, section[aria-labelledby]").forEach((part) => want(nameOf(part), `a ${part.tagName} without a name`));
  all("table").forEach((table) => {
    want(table.caption?.textContent.trim() || nameOf(table.closest(".scrolls")), "a table without a caption or a name");
    want(table.querySelector("thead th[scope=col]") && !table.querySelector("thead td"), "a table without column heads");
    want([...table.tBodies[0].rows].every((row) => row.cells[0].scope === "row"), "a row without a head");
  });
  want(document.documentElement.lang && document.documentElement.dir, "no language or no direction");
  // What somebody typed has its own direction, and its own language where that is not the page's.
  all("[lang]:not(html)").forEach((part) => want(part.dir === "auto", `${part.outerHTML.slice(0, 80)} has no direction`));
  const isForeign = document.documentElement.lang !== "en";
  all("[dir=auto]").forEach((part) => want(!isForeign || part.lang, `${part.outerHTML.slice(0, 80)} has no language`));
  all("svg").forEach((svg) => want(svg.getAttribute("role") === "img" && nameOf(svg), "a picture without words"));
  return wrong;

  function nameOf(part) {
    const ids = (part?.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean);
    return ids.map((id) => document.getElementById(id)?.textContent.trim() ?? "").join(" ");
  }
}

/** Every part that a reader without a mouse has to reach, in the order of the page, each with a number to know it by. */
function stops() {
  const scrolls = (part) => /auto|scroll/.test(getComputedStyle(part).overflowX) && part.scrollWidth > part.clientWidth;
  const wanted = [...document.querySelectorAll("body *")].filter(
    (part) => part.matches("a[href], [tabindex='0']") || scrolls(part),
  );
  wanted.forEach((part, at) => (part.dataset.stop = at));
  return wanted.length;
}

/** The part that has the focus, and whether it can be seen there. */
function focused() {
  const part = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(part);
  const box = part.getBoundingClientRect();
  const isSeen = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && box.width > 1 && box.height > 1;
  return part === document.body ? "end" : `${part.dataset.stop} ${isSeen ? "seen" : "not seen"}`;
}

/** Go through a page by the Tab key alone, and say at which stop it is not as it should be. */
async function goThrough(page) {
  const count = await page.evaluate(stops);
  const wrong = [];
  for (let at = 0; at < count; at += 1) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(focused);
    if (found !== `${at} seen`) {
      wrong.push(`stop ${at} of ${count} is ${found}`);
    }
  }
  await page.keyboard.press("Tab");
  const last = await page.evaluate(focused);
  return last === "end" || last.startsWith("0 ") ? wrong : [...wrong, `one more stop: ${last}`];
}

/** Follow the skip link by keyboard, and say where it leads and in which colour that is painted. */
async function skip(page) {
  await page.evaluate(() => document.querySelector("a.skip").focus());
  await page.keyboard.press("Enter");
  return page.evaluate(() => [document.activeElement.id, getComputedStyle(document.activeElement).backgroundColor]);
}

/** What has to stand in the margins of each printed page. */
function margins() {
  const texts = (wanted) => [...document.querySelectorAll(wanted)].map((part) => part.textContent.trim());
  return { codes: texts(".print-code")[0].split(" · "), stamps: texts(".stamp") };
}

async function onPaper(page, file) {
  await page.pdf({ path: file.replace(/html$/, "pdf"), preferCSSPageSize: true, tagged: true });
  return page.evaluate(margins);
}

async function onScreen(page, way) {
  await page.evaluate(axe);
  const found = await page.evaluate(
    (values) => window.axe.run({ runOnly: { type: "tag", values }, resultTypes: ["violations"], preload: false }),
    RULES,
  );
  const { overflow, ...measured } = await page.evaluate(measure);
  return {
    violations: found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ; ")}`),
    rulesPassed: found.passes.length,
    overflow,
    ...measured,
    ...(way === "light" && { build: await page.evaluate(build) }),
    ...((way === "light" || way === "forced") && { byKeyboard: await goThrough(page), skipped: await skip(page) }),
  };
}

async function look(context, way, file) {
  const page = await context.newPage();
  const messages = [];
  const requests = [];
  page.on("console", (message) => messages.push(message.text()));
  page.on("pageerror", (error) => messages.push(String(error)));
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  const found = way === "paper" ? await onPaper(page, file) : await onScreen(page, way);
  await page.close();
  return { ...found, messages, requests: requests.length };
}

const browser = await launch(executablePath);
const told = {};
for (const way of ways.split(",")) {
  const context = await browser.newContext(WAYS[way]);
  const waiting = [...files];
  const seen = {};
  const worker = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      seen[file] = await look(context, way, file);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  await context.close();
  told[way] = seen;
}
await browser.close();
process.stdout.write(JSON.stringify(told));
