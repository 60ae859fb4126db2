// npm run bench: how long a training step takes with our kernels, and with others that train the same model.
// --only wasm | webgpu | torch runs that part alone, --model nano | micro | mini that model; --json prints figures only.
import { parseArgs } from "node:util";
import { openBench } from "./bench-page.mjs";
import { compete, median } from "./bench-rounds.mjs";
import { printRows } from "./bench-table.mjs";
import { startTorch } from "./bench-torch.mjs";
import { setUp, stop } from "./setup.mjs";

/** @typedef {import("../e2e/engine-page/bench-worker").Entry} Entry */
/** @typedef {import("../e2e/engine-page/contestant").Setup} Setup */
/** @typedef {import("./bench-rounds.mjs").Enter} Enter */
/** @typedef {import("./bench-table.mjs").Row} Row */

const PARTS = ["wasm", "webgpu", "torch"];
const DECODER = {
  kind: /** @type {const} */ ("decoder"),
  tied: true,
  head: /** @type {const} */ ({ kind: "tokens" }),
  heads: 4,
};
/** @type {Record<string, Setup>} */
const MODELS = {
  nano: { config: { ...DECODER, layers: 1, width: 32, context: 16, vocabulary: 64 }, batch: 16 },
  micro: { config: { ...DECODER, layers: 2, width: 64, context: 32, vocabulary: 96 }, batch: 16 },
  mini: { config: { ...DECODER, layers: 4, width: 128, context: 64, vocabulary: 96 }, batch: 16 },
};
/** Texts of 34 new tokens that are written at once, by a model as large as micro. */
const WRITER = { config: { ...DECODER, layers: 2, width: 64, context: 50, vocabulary: 160 }, batch: 200 };
/** @type {{ model: string, lanes: import("../src/methods/index").MethodId[], workers: number }} */
const RACE = { model: "micro", lanes: ["full", "adapter", "prefix-tuning", "p-tuning", "lora"], workers: 2 };
/** After how many steps memory is compared. */
const MEMORY_STEPS = { wasm: [10, 1000], webgpu: [10, 200] };

const { values } = parseArgs({
  options: { only: { type: "string" }, model: { type: "string" }, json: { type: "boolean" } },
});
const { only, model: onlyModel, json } = values;
const models = Object.entries(MODELS).filter(([model]) => onlyModel === undefined || model === onlyModel);
if (models.length === 0) stop(`--model takes one of ${Object.keys(MODELS).join(", ")}.`);
if (only !== undefined && !PARTS.includes(only)) stop(`--only takes one of ${PARTS.join(", ")}.`);
const wants = (/** @type {string} */ part) => only === undefined || only === part;
// What is said on the way goes to the other stream, so that the figures can be piped.
console.log = console.error;

await setUp();
const torch = wants("torch") ? startTorch() : undefined;
if (wants("torch"))
  console.log(torch ? `PyTorch ${torch.version}, 1 thread` : "torch: no Python here has PyTorch");
const { ask, another, close } = await openBench(wants("webgpu"));
/** @type {import("./bench-page.mjs").Ask | undefined} */
let stockWorker;
/** @type {Row[]} */
const rows = [];
try {
  if (only !== "webgpu") await measureBackend("wasm");
  if (wants("webgpu")) {
    if (await ask("hasWebGpu")) await measureBackend("webgpu");
    else console.log("webgpu: this browser has no adapter, not even one in software");
  }
} finally {
  await close();
  torch?.close();
}
process.stdout.write(json ? `${JSON.stringify({ rows }, null, 1)}\n` : printRows(rows));

/** @param {"wasm" | "webgpu"} backend */
async function measureBackend(backend) {
  const { detail, fused, software } = await ask("start", backend);
  const adapter = `${backend}: ${detail}${fused ? "" : ", without our kernels"}`;
  console.log(adapter);
  // A step of mini takes seconds in software, one of stock operations minutes: only what can be waited for is run.
  const slow = (/** @type {string} */ model) => software && model === "mini";
  for (const [model, setup] of models) {
    for (const method of only === "torch" || slow(model) ? ["full"] : ["full", "lora"]) {
      const entrants = entrantsOf(backend, setup, method, slow(model));
      const fewestRounds = slow(model) ? 1 : 3;
      const results = await compete(entrants, `${backend} ${model} ${method}`, fewestRounds);
      const row = toRow({ model, backend, method, adapter }, results);
      rows.push(row);
      if (model === "nano" && method === "full" && only !== "torch")
        row.memory = await compareMemory(backend, setup);
    }
  }
  if (only === "torch" || models.every(([model]) => model !== RACE.model)) return;
  await measureRace(backend, adapter);
  if (!software) await measureWriter(backend, adapter);
}

/**
 * Who trains this model on this backend; peers only where all parameters are trained.
 * @param {"wasm" | "webgpu"} backend
 * @param {Setup} setup
 * @param {string} method
 * @param {boolean} isSlow
 */
function entrantsOf(backend, setup, method, isSlow) {
  const isFull = method === "full";
  /** @type {Record<string, Enter>} */
  const entrants = { ours: inPage({ backend, setup, by: "ours", methods: [method] }) };
  if (only !== "torch") {
    if (!isSlow) {
      for (const part of /** @type {const} */ (["forward", "gradients"]))
        entrants[part] = inPage({ backend, setup, by: "ours", methods: [method], part });
      // Our kernels take the place of some of TensorFlow.js's own on wasm: as it comes, it has a worker to itself.
      entrants.stock = async () => {
        if (backend === "wasm") stockWorker ??= await another();
        const worker = backend === "wasm" ? stockWorker : ask;
        return inPage({ backend, setup, by: "stock", method }, worker)();
      };
    }
    if (isFull) entrants.jaxjs = inPage({ backend, setup, by: "jaxjs" });
  }
  if (torch && backend === "wasm" && isFull)
    entrants.torch = async () => ({ dispatches: 0, turn: torch.turn, ...(await torch.enter(setup)) });
  return entrants;
}

/**
 * All lanes one after the other in one worker, and on the processor spread over two, against the full lane alone.
 * @param {"wasm" | "webgpu"} backend
 * @param {string} adapter
 */
async function measureRace(backend, adapter) {
  const { model, lanes, workers } = RACE;
  const setup = /** @type {Setup} */ (MODELS[model]);
  const entrants = {
    ours: inPage({ backend, setup, by: "ours", methods: lanes }),
    full: inPage({ backend, setup, by: "ours", methods: ["full"] }),
    ...(backend === "wasm" && { spread: spreadOut(setup) }),
  };
  const results = await compete(entrants, `${backend} ${model} race`, 3);
  const full = results.full?.ms;
  const add = (
    /** @type {string} */ method,
    /** @type {{ ms: number, dispatches: number } | undefined} */ ours,
  ) => {
    const row = toRow({ model, backend, method, adapter }, ours ? { ours } : {});
    rows.push({ ...row, fullAlone: full ?? null, ratioToFull: ratio(ours?.ms, full) });
  };
  add(`race of ${lanes.length}`, results.ours);
  if (backend === "wasm") add(`race of ${lanes.length}, ${workers} workers`, results.spread);
}

/**
 * Generation, with keys and values kept: milliseconds for all texts.
 * @param {"wasm" | "webgpu"} backend
 * @param {string} adapter
 */
async function measureWriter(backend, adapter) {
  const entrants = { ours: inPage({ backend, setup: WRITER, by: "writer" }) };
  const { ours } = await compete(entrants, `${backend} writing`, 3);
  const about = { model: RACE.model, backend, method: `write ${WRITER.batch} × 34 tokens`, adapter };
  rows.push(toRow(about, ours ? { ours } : {}));
}

/**
 * The lanes of the race in workers beside each other, as the app spreads them; a step is over when the slowest is.
 * @param {Setup} setup
 * @returns {Enter}
 */
function spreadOut(setup) {
  return async () => {
    const groups = await ask("spread", RACE.lanes, RACE.workers, setup.config);
    const asks = [ask];
    while (asks.length < groups.length) asks.push(await another());
    await Promise.all(asks.map((each) => each("start", "wasm")));
    const inAll = await Promise.all(
      asks.map((each, i) => inPage({ backend: "wasm", setup, by: "ours", methods: groups[i] ?? [] }, each)()),
    );
    return {
      // That of the last lane, as where one worker trains them all.
      loss: inAll[groups.findIndex((group) => group.at(-1) === RACE.lanes.at(-1))]?.loss ?? Number.NaN,
      dispatches: 0,
      async turn(ms) {
        const figures = await Promise.all(inAll.map((one) => one.turn(ms)));
        return [Math.max(...figures.map(median))];
      },
      leave: async () => void (await Promise.all(inAll.map((one) => one.leave?.()))),
    };
  };
}

/**
 * @param {"wasm" | "webgpu"} backend
 * @param {Setup} setup
 */
async function compareMemory(backend, setup) {
  const steps = MEMORY_STEPS[backend];
  const found = await ask("memory", { backend, setup, by: "ours", methods: ["full"] }, steps);
  const [tensors, bytes] = [found.map((one) => one.tensors), found.map((one) => one.bytes)];
  return { steps, tensors, bytes, equal: new Set(tensors).size === 1 && new Set(bytes).size === 1 };
}

/**
 * @param {Entry} entry
 * @param {import("./bench-page.mjs").Ask} worker
 * @returns {Enter}
 */
function inPage(entry, worker = ask) {
  return async () => {
    const { number, loss, dispatches } = await worker("enter", entry);
    return {
      loss,
      dispatches,
      turn: (ms) => worker("turn", number, ms),
      leave: () => worker("leave", number),
    };
  };
}

/**
 * @param {Pick<Row, "model" | "backend" | "method" | "adapter">} about
 * @param {Awaited<ReturnType<typeof compete>>} results
 * @returns {Row}
 */
function toRow(about, { ours, forward, gradients, stock, jaxjs, torch }) {
  const isGpu = about.backend === "webgpu";
  const share = ours &&
    forward &&
    gradients && {
      forward: forward.ms / ours.ms,
      backward: (gradients.ms - forward.ms) / ours.ms,
      optimiser: (ours.ms - gradients.ms) / ours.ms,
    };
  return {
    ...about,
    ours: ours?.ms ?? null,
    stock: stock?.ms ?? null,
    jaxjs: jaxjs?.ms ?? null,
    torch: torch?.ms ?? null,
    ratioToStock: ratio(stock?.ms, ours?.ms),
    ratioToJaxjs: ratio(jaxjs?.ms, ours?.ms),
    ratioToTorch: ratio(ours?.ms, torch?.ms),
    dispatches: isGpu ? (ours?.dispatches ?? null) : null,
    stockDispatches: isGpu ? (stock?.dispatches ?? null) : null,
    jaxjsDispatches: isGpu ? (jaxjs?.dispatches ?? null) : null,
    share: share ?? null,
  };
}

/**
 * @param {number | undefined} above
 * @param {number | undefined} below
 */
function ratio(above, below) {
  return above !== undefined && below !== undefined ? above / below : null;
}
