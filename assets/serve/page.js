// The page asks for news, one request after the other, and shows what has come; what changes something is sent in its
// order.
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
    // A conflict is an answer: there is something to be decided first.
    if (!response.ok && response.status !== 409) throw new Error(await response.text());
    return response.json();
  }

  const gone = (is) => { byId("gone").hidden = !is; };

  // What changes something waits here while another is under way. Of a field that is moved only the latest step is sent;
  // what stands behind an undo happened after it.
  const line = [];
  let underWay = null;

  async function send() {
    if (underWay !== null || line.length === 0) return;
    underWay = line.shift();
    const { path, body, resolve } = underWay;
    let answer = null;
    try {
      answer = await ask(path, body);
      gone(false);
    } catch {
      gone(true);
    }
    underWay = null;
    resolve(answer);
    send();
  }

  // What a request answers when its turn has come, or nothing where holdline is gone.
  const request = (path, body) => new Promise((resolve) => {
    line.push({ path, body, resolve });
    send();
  });

  function change(field, text, moving) {
    const body = { field, text, moving };
    const older = line.findLast((waiting) => waiting.path !== "/change" || waiting.body.field === field);
    if (older?.path === "/change") older.body = body;
    else act("/change", body);
  }

  async function act(path, body) {
    const view = await request(path, body);
    if (view) show(view);
  }

  const isBusy = (field) => [underWay, ...line].some((waiting) => waiting?.body.field === field);
  const slider = (field) => document.querySelector(`[data-slides="${field}"]`);

  // Figures are told in the pictures of the page.
  const points = tellPoints(document.body.dataset);

  function showField(field, { text, value, problem, mean, changed }) {
    const input = byId(field);
    if (!input) return;
    if (!isBusy(field) && !input.dataset.typing) {
      input.value = text;
      const range = slider(field);
      if (range && value !== null) range.value = value;
    }
    input.parentElement.classList.toggle("changed", changed);
    const note = byId(`${field}.problem`);
    if (note.textContent !== problem.words) note.textContent = problem.words;
    note.lang = problem.lang;
    byId(`${field}.mean`).textContent = mean;
    if (problem.words) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  }

  function paragraphs(element, said) {
    const shown = JSON.stringify(said);
    if (element.dataset.shown === shown) return;
    element.dataset.shown = shown;
    const paragraph = ({ words, lang }) => Object.assign(document.createElement("p"), { textContent: words, lang });
    element.replaceChildren(...said.map(paragraph));
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
      points.renew(results, () => { results.innerHTML = view.results; });
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

  // What a slider stands at, as one would type it.
  const moved = (range) => range.value.replace(".", document.body.dataset.mark);

  document.addEventListener("input", ({ target }) => {
    const field = target.dataset.slides;
    if (field) {
      byId(field).value = moved(target);
      change(field, moved(target), true);
    } else if (target.id === "name") {
      confirmFor();
    } else if (target.closest(".controls .field") && target.type === "text") {
      target.dataset.typing = "1";
    }
  });

  document.addEventListener("change", ({ target }) => {
    const field = target.dataset.slides ?? (target.type === "text" && target.id !== "name" ? target.id : null);
    if (!field) return;
    delete target.dataset.typing;
    change(field, target.dataset.slides ? moved(target) : target.value, false);
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
      goTo(event.shiftKey ? "/redo" : "/undo");
    }
    const step = { ArrowUp: 1, ArrowDown: -1 }[key];
    if (step && isWhole(target)) {
      event.preventDefault();
      const least = target.id.endsWith(".plus") ? -Infinity : 0;
      target.value = String(Math.max(least, Number(target.value) + step));
      change(target.id, target.value, true);
    }
  });

  function goTo(path) {
    // What has the focus is undone too, even if it is not sent yet.
    document.querySelectorAll("[data-typing]").forEach((input) => delete input.dataset.typing);
    act(path, {});
  }
  for (const id of ["undo", "redo", "reset"]) byId(id).addEventListener("click", () => goTo(`/${id}`));

  // Whether a file may be replaced is asked for the file of that name alone.
  function confirmFor(name) {
    byId("replacing").hidden = !name;
    byId("replaced").textContent = name ?? "";
    byId("replace").checked = false;
  }

  byId("save").addEventListener("submit", async (event) => {
    event.preventDefault();
    const input = byId("name");
    const replace = byId("replace").checked ? byId("replaced").textContent : null;
    const outcome = await request("/save", { name: input.value, replace });
    if (!outcome) return;
    const { name, problem, exists, done } = outcome;
    byId("name.problem").textContent = problem ?? "";
    if (problem) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
    confirmFor(exists && name === input.value.trim() ? name : undefined);
    byId("saved").hidden = !done;
    byId("saved").querySelector("span").textContent = done ?? "";
    byId("saved").dataset.name = name;
  });

  async function open(name) {
    const outcome = await request("/open", { name });
    if (!outcome) return;
    byId("again.problem").textContent = outcome.problem ?? "";
    byId("again.problem").lang = outcome.lang;
    if (!outcome.problem) location.reload();
  }
  byId("go-on").addEventListener("click", () => open(byId("saved").dataset.name));
  byId("again").addEventListener("click", () => open(document.body.dataset.file));

  listen();
})();
