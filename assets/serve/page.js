"use strict";
// The page asks for news, one request after the other, and shows what has come; every change is sent, the latest first.
(() => {
  const token = new URLSearchParams(location.search).get("token") ?? "";
  const byId = (id) => document.getElementById(id);
  const opened = Number(document.body.dataset.opened);
  let version = 0;
  let told = "";

  async function ask(path, body) {
    const headers = { "x-holdline-token": token };
    const options = { headers, cache: "no-store" };
    if (body !== undefined) {
      headers["content-type"] = "application/json";
      Object.assign(options, { method: "POST", body: JSON.stringify(body) });
    }
    const response = await fetch(path, options);
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  }

  const gone = (is) => { byId("gone").hidden = !is; };

  // Changes wait here while one is under way; a newer one of a field takes the place of the older.
  const waiting = new Map();
  let underWay = null;

  async function send() {
    if (underWay !== null || waiting.size === 0) return;
    const [field, change] = waiting.entries().next().value;
    waiting.delete(field);
    underWay = field;
    try {
      show(await ask("/change", { field, ...change }));
      gone(false);
    } catch {
      gone(true);
    }
    underWay = null;
    send();
  }

  function change(field, text, moving) {
    waiting.set(field, { text, moving });
    send();
  }

  const isBusy = (field) => waiting.has(field) || underWay === field;
  const slider = (field) => document.querySelector(`[data-slides="${field}"]`);

  function showField(field, { text, problem, mean, changed }) {
    const input = byId(field);
    if (!input) return;
    if (!isBusy(field) && !input.dataset.typing) {
      input.value = text;
      const range = slider(field);
      if (range && text.trim() !== "" && Number.isFinite(Number(text))) range.value = text;
    }
    input.parentElement.classList.toggle("changed", changed);
    const note = byId(`${field}.problem`);
    if (note.textContent !== problem) note.textContent = problem;
    byId(`${field}.mean`).textContent = mean;
    if (problem) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  }

  function paragraphs(element, texts) {
    if (element.dataset.shown === texts.join("\n")) return;
    element.dataset.shown = texts.join("\n");
    element.replaceChildren(...texts.map((text) => Object.assign(document.createElement("p"), { textContent: text })));
  }

  function show(view) {
    if (view.opened !== opened) location.reload();
    if (view.version <= version) return;
    version = view.version;
    for (const [field, shown] of Object.entries(view.fields)) showField(field, shown);
    paragraphs(byId("general"), view.general);
    byId("undo").disabled = !view.undo;
    byId("redo").disabled = !view.redo;
    byId("reset").disabled = view.changes === 0;
    byId("sentence").textContent = view.sentence;
    byId("levels").textContent = view.levels;
    byId("progress").textContent = view.progress;
    const results = byId("results");
    if (results.dataset.shown !== view.results) {
      results.dataset.shown = view.results;
      results.innerHTML = view.results;
    }
    const isWrong = view.general.length > 0;
    const isCurrent = view.answered === view.number;
    document.body.classList.toggle("stale", isWrong || !isCurrent);
    document.body.classList.toggle("working", !isWrong && !(isCurrent && view.done));
    // Read aloud once it has settled, not at every step.
    if (isCurrent && view.done && view.sentence !== told) {
      told = view.sentence;
      byId("live").textContent = told;
    }
    document.body.dataset.settled = String(isCurrent && view.done);
  }

  async function listen() {
    for (;;) {
      try {
        show(await ask(`/view?after=${version}`));
        gone(false);
      } catch {
        gone(true);
        await new Promise((wake) => setTimeout(wake, 1000));
      }
    }
  }

  document.addEventListener("input", ({ target }) => {
    const field = target.dataset.slides;
    if (field) {
      byId(field).value = target.value;
      change(field, target.value, true);
    } else if (target.closest(".controls .field") && target.type === "text") {
      target.dataset.typing = "1";
    }
  });

  document.addEventListener("change", ({ target }) => {
    const field = target.dataset.slides ?? (target.type === "text" && target.id !== "name" ? target.id : null);
    if (!field) return;
    delete target.dataset.typing;
    change(field, target.value, false);
  });

  const isWhole = (input) => input.type === "text" && input.id.startsWith("group.") && /^-?\d+$/.test(input.value.trim());

  // Up and down in a field of whole numbers add and take one away; what a key adds while it is held is one change.
  document.addEventListener("keyup", ({ target, key }) => {
    if (["ArrowUp", "ArrowDown"].includes(key) && isWhole(target)) change(target.id, target.value, false);
  });
  document.addEventListener("keydown", (event) => {
    const { target, key } = event;
    if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === "z" && target.type !== "text") {
      event.preventDefault();
      act(event.shiftKey ? "/redo" : "/undo");
    }
    const step = { ArrowUp: 1, ArrowDown: -1 }[key];
    if (step && isWhole(target)) {
      event.preventDefault();
      const least = target.id.endsWith(".plus") ? -Infinity : 0;
      target.value = String(Math.max(least, Number(target.value) + step));
      change(target.id, target.value, true);
    }
  });

  async function act(path) {
    // What has the focus is undone too, even if it is not sent yet.
    document.querySelectorAll("[data-typing]").forEach((input) => delete input.dataset.typing);
    const view = await tried(path, {});
    if (view) show(view);
  }
  byId("undo").addEventListener("click", () => act("/undo"));
  byId("redo").addEventListener("click", () => act("/redo"));
  byId("reset").addEventListener("click", () => act("/reset"));

  // What a request answers, or nothing where holdline is gone.
  async function tried(path, body) {
    try {
      return await ask(path, body);
    } catch {
      gone(true);
      return null;
    }
  }

  byId("save").addEventListener("submit", async (event) => {
    event.preventDefault();
    const name = byId("name");
    const outcome = await tried("/save", { name: name.value, replace: byId("replace").checked });
    if (!outcome) return;
    const { problem, exists, done } = outcome;
    byId("name.problem").textContent = problem ?? "";
    if (problem) name.setAttribute("aria-invalid", "true");
    else name.removeAttribute("aria-invalid");
    byId("replacing").hidden = !exists;
    byId("replace").checked = false;
    byId("saved").hidden = !done;
    byId("saved").querySelector("span").textContent = done ?? "";
    byId("saved").dataset.name = name.value.trim();
  });

  async function open(name) {
    const outcome = await tried("/open", { name });
    if (!outcome) return;
    byId("again.problem").textContent = outcome.problem ?? "";
    if (!outcome.problem) location.reload();
  }
  byId("go-on").addEventListener("click", () => open(byId("saved").dataset.name));
  byId("again").addEventListener("click", () => open(document.body.dataset.file));

  listen();
})();
