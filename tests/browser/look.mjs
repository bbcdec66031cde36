// Opens each page as one reader would have it and says, as JSON, what is wrong.
// Use: node look.mjs CHROMIUM WAY FILE…   where WAY is light, dark, forced, phone, zoom or paper.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const WAYS = {
  light: { viewport: { width: 1280, height: 900 } },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  forced: { viewport: { width: 1280, height: 900 }, forcedColors: "active" },
  phone: { viewport: { width: 320, height: 640 }, deviceScaleFactor: 2 },
  // A window of 1280 by 900 at 200 %.
  zoom: { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 },
  paper: { viewport: { width: 1280, height: 900 } },
};
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const [executablePath, way, ...files] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

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

/** Follow the skip link by keyboard, and say where that leads and in which colour. */
async function skip(page) {
  await page.keyboard.press("Enter");
  return page.evaluate(() => [document.activeElement.id, getComputedStyle(document.activeElement).backgroundColor]);
}

const browser = await chromium.launch({ executablePath, args: FLAGS });
const told = {};
for (const file of files) {
  const context = await browser.newContext(WAYS[way]);
  const page = await context.newPage();
  const messages = [];
  const requests = [];
  page.on("console", (message) => messages.push(message.text()));
  page.on("pageerror", (error) => messages.push(String(error)));
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  if (way === "paper") {
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const size = pdf.match(/\/MediaBox\s*\[([^\]]*)\]/)[1].trim().split(/\s+/).slice(2).map((side) => Math.round(side));
    told[file] = { pages: pdf.match(/\/Type\s*\/Page\b/g).length, size };
  } else {
    await page.evaluate(axe);
    const found = await page.evaluate((values) => window.axe.run({ runOnly: { type: "tag", values } }), RULES);
    const { overflow, ...measured } = await page.evaluate(measure);
    await page.keyboard.press("Tab");
    told[file] = {
      violations: found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ; ")}`),
      rulesPassed: found.passes.length,
      overflow,
      ...measured,
      firstStop: await page.evaluate(() => document.activeElement.getAttribute("href")),
      afterSkipping: await skip(page),
      messages,
      requests: requests.length,
    };
  }
  await context.close();
}
await browser.close();
process.stdout.write(JSON.stringify(told));
