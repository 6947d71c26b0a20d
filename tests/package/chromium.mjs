// A Chromium that is told what to do through a pipe, and tells what its console said.

import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";

/** The name by which it is installed here. */
export const chromium = ["chromium", "chromium-browser", "google-chrome"].find((name) => !spawnSync(name, ["--version"]).error);
export const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu"];
/** A page that has not come by then will not come; the machine may be busy. */
const PATIENCE = 60_000;

/** Messages end with a zero byte, in both directions. */
const pipe = (browser, hear) => {
  let text = "";
  browser.stdio[4].setEncoding("utf8").on("data", (piece) => {
    const messages = (text + piece).split("\0");
    text = messages.pop();
    for (const message of messages) hear(JSON.parse(message));
  });
  return (message) => browser.stdio[3].write(`${JSON.stringify(message)}\0`);
};

/** What is wrong with a page, in a line each: exceptions, errors and warnings in the console, requests that failed. */
const complaintIn = ({ method, params }) => {
  if (method === "Runtime.exceptionThrown") return params.exceptionDetails.exception?.description ?? params.exceptionDetails.text;
  if (method === "Runtime.consoleAPICalled" && ["error", "warning", "assert"].includes(params.type)) {
    return params.args.map((arg) => arg.value ?? arg.description).join(" ");
  }
  if (method === "Log.entryAdded" && ["error", "warning"].includes(params.entry.level)) return `${params.entry.text} ${params.entry.url ?? ""}`;
};

/** A page in a browser of its own: `open`, `wait` for what an expression says, `complaints`, `close`. */
export const start = async (name) => {
  const profile = join(process.cwd(), "out", `profile-${name}`);
  const browser = spawn(chromium, [...FLAGS, "--remote-debugging-pipe", `--user-data-dir=${profile}`], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const complaints = [];
  const answers = new Map();
  const write = pipe(browser, (message) => {
    const complaint = complaintIn(message);
    if (complaint) complaints.push(complaint);
    if (message.method === "Target.attachedToTarget" && message.params.waitingForDebugger) listen(message.params.sessionId);
    answers.get(message.id)?.(message);
  });
  let count = 0;
  let page;
  const send = (method, params = {}, sessionId = page) =>
    new Promise((done, failed) => {
      const id = ++count;
      answers.set(id, ({ result, error }) => (error ? failed(new Error(`${method}: ${error.message}`)) : done(result)));
      write({ id, method, params, sessionId });
    });
  // A frame of another site is a target of its own, which waits until it is listened to.
  const listen = (session) => {
    send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }, session).catch(() => {});
    for (const method of ["Runtime.enable", "Log.enable", "Runtime.runIfWaitingForDebugger"]) send(method, {}, session).catch(() => {});
  };
  const { targetId } = await send("Target.createTarget", { url: "about:blank" });
  page = (await send("Target.attachToTarget", { targetId, flatten: true })).sessionId;
  await send("Page.enable");
  listen(page);
  const run = async (expression) => {
    const { result, exceptionDetails } = await send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(`${name}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    return result.value;
  };
  return {
    complaints,
    run,
    open: (url) => send("Page.navigate", { url }),
    close: () => browser.kill(),
    wait: async (expression) => {
      const end = Date.now() + PATIENCE;
      // A page that is just going has nothing to ask.
      while (!(await run(expression).catch(() => false))) {
        if (Date.now() > end) throw new Error(`${name}: never ${expression}\n${complaints.join("\n")}\n${await run("document.documentElement.outerHTML")}`);
        await new Promise((done) => setTimeout(done, 50));
      }
    },
  };
};
