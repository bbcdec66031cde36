// Looks at a preview while the case file is saved, step by step, and says as JSON what was seen after each step.
// Use: node preview.mjs CHROMIUM ADDRESS < STEPS   where STEPS is a JSON list of objects, each with `do`.
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { RULES, axe, launch } from "./chromium.mjs";

const SECONDS = 10_000;

const [executablePath, address] = process.argv.slice(2);
const steps = JSON.parse(readFileSync(0, "utf8"));

const browser = await launch(executablePath);
const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
const page = await context.newPage();
const messages = [];
const requests = [];
const answered = [];
page.on("console", (message) => messages.push(message.text()));
page.on("pageerror", (error) => messages.push(String(error)));
page.on("request", (request) => requests.push(request.url()));
page.on("requestfinished", (request) => answered.push(request.url()));

/** Wait until the document, or the notice, holds a text. */
function until(where, text) {
  const holds = ([inNotice, wanted]) => {
    const frame = document.querySelector("iframe:not(.coming)");
    const notice = document.getElementById("notice-text");
    const has = inNotice ? (notice.hidden ? "" : notice.innerText) : frame?.contentDocument.body.innerText ?? "";
    return wanted === "" ? has === "" : has.includes(wanted);
  };
  return page.waitForFunction(holds, [where === "notice", text], { timeout: SECONDS, polling: 5 });
}

/** Give the distance of the first part that says a text from the top of what is in view. */
function topOf(text) {
  return page.evaluate((wanted) => {
    const frame = document.querySelector("iframe:not(.coming)");
    const parts = [...frame.contentDocument.querySelectorAll("p, li, h2, h3")];
    return parts.find((part) => part.textContent.includes(wanted)).getBoundingClientRect().top;
  }, text);
}

const ways = {
  async open({ until: text }) {
    await page.goto(address);
    await until("document", text);
  },
  async openEmpty({ until: text }) {
    await page.goto(address);
    await until("notice", text);
  },
  /** Scroll until a text is so far from the top. */
  async scroll({ text, to }) {
    const top = await topOf(text);
    await page.evaluate(
      (by) => document.querySelector("iframe:not(.coming)").contentWindow.scrollBy({ top: by, behavior: "instant" }),
      top - to,
    );
    return topOf(text);
  },
  async save({ file, text, where, until: wanted }) {
    const start = performance.now();
    // In one step, as editors do it: a file that is seen half written would be answered twice.
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
    await until(where, wanted);
    return performance.now() - start;
  },
  where: ({ text }) => topOf(text),
  wait: ({ where, until: wanted }) => until(where, wanted).then(() => true),
  async end({ process: number }) {
    process.kill(number, "SIGINT");
  },
  focus: () =>
    page.evaluate(() => {
      document.querySelector("iframe:not(.coming)").focus();
    }),
  choose: async ({ name, until: wanted }) => {
    await page.getByLabel("Document", { exact: true }).selectOption(name);
    await until("document", wanted);
  },
  /** Press a link in the document, give the browser time to go there, and wait for what is to be seen then. */
  async follow({ link, until: wanted }) {
    await page.evaluate((text) => {
      const links = [...document.querySelector("iframe:not(.coming)").contentDocument.links];
      links.find((one) => one.textContent === text).click();
    }, link);
    await page.waitForTimeout(300);
    await until("document", wanted);
  },
  async look({ scheme, width, picture }) {
    await page.emulateMedia({ colorScheme: scheme ?? "light" });
    await page.setViewportSize({ width: width ?? 1280, height: 900 });
    if (picture) {
      await page.screenshot({ path: picture });
    }
    await page.evaluate(axe);
    const found = await page.evaluate(
      (values) => window.axe.run({ iframes: false, runOnly: { type: "tag", values } }),
      RULES,
    );
    return page.evaluate(
      (violations) => ({
        violations,
        title: document.title,
        state: document.getElementById("state").innerText.replace(/\d\d:\d\d:\d\d/, "HH:MM:SS"),
        notice: document.getElementById("notice-text").hidden ? "" : document.getElementById("notice-text").innerText,
        chosen: document.getElementById("pages").value,
        choices: [...document.getElementById("pages").options].map((option) => option.text),
        frames: document.querySelectorAll("iframe").length,
        frameTitle: document.querySelector("iframe")?.title ?? null,
        focused: document.activeElement.localName,
        overflow: Math.max(0, document.documentElement.scrollWidth - innerWidth),
      }),
      found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ; ")}`),
    );
  },
};

const told = [];
for (const step of steps) {
  told.push((await ways[step.do](step)) ?? null);
}
await browser.close();
process.stdout.write(JSON.stringify({ told, messages, requests, answered }));
