// The figures of the benchmark as a table to be read.

/**
 * A model on a backend with a method: milliseconds a step, null for who does not run.
 * ratioToStock and ratioToJaxjs: how many times faster we are; ratioToTorch: how many times longer we take.
 * @typedef {object} Row
 * @property {string} model
 * @property {string} backend
 * @property {string} method
 * @property {string} adapter
 * @property {number | null} ours
 * @property {number | null} stock
 * @property {number | null} jaxjs
 * @property {number | null} torch
 * @property {number | null} ratioToStock
 * @property {number | null} ratioToJaxjs
 * @property {number | null} ratioToTorch
 * @property {number | null} dispatches
 * @property {number | null} stockDispatches
 * @property {number | null} jaxjsDispatches
 * @property {{ forward: number, backward: number, optimiser: number } | null} share of our step
 * @property {Memory} [memory]
 * @property {number | null} [fullAlone] the full lane without the others of a race
 * @property {number | null} [ratioToFull] how many times longer the race takes
 */
/** @typedef {{ steps: number[], tensors: number[], bytes: number[], equal: boolean }} Memory after each number of steps */

const HEAD = ["model", "backend", "method", "ours", "stock", "", "jax-js", "", "torch", "ours/torch"];
const MORE = ["dispatches", "stock", "jax-js", "forward / backward / optimiser"];

/**
 * @param {readonly Row[]} rows
 * @returns {string}
 */
export function printRows(rows) {
  const table = [[...HEAD, ...MORE], ...rows.map(cells)];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  const lines = table.map((line) =>
    line
      .map((cell, column) =>
        column < 3 ? cell.padEnd(widths?.[column] ?? 0) : cell.padStart(widths?.[column] ?? 0),
      )
      .join("  "),
  );
  const adapters = new Set(rows.map((row) => row.adapter));
  const title =
    'Milliseconds a training step (in the row "write" for all texts), medians; ×: how many times faster we are';
  return `${["", ...adapters, title, "", ...lines, "", ...rows.flatMap(remarks)].join("\n")}\n`;
}

/** @param {Row} row */
function cells(row) {
  const { share } = row;
  const percent = (/** @type {number} */ part) => `${Math.round(part * 100)} %`;
  return [
    row.model,
    row.backend,
    row.method,
    milliseconds(row.ours),
    milliseconds(row.stock),
    times(row.ratioToStock, "×"),
    milliseconds(row.jaxjs),
    times(row.ratioToJaxjs, "×"),
    milliseconds(row.torch),
    times(row.ratioToTorch),
    count(row.dispatches),
    count(row.stockDispatches),
    count(row.jaxjsDispatches),
    share ? [share.forward, share.backward, share.optimiser].map(percent).join(" / ") : "–",
  ];
}

/**
 * What has no column.
 * @param {Row} row
 */
function remarks({ model, backend, method, memory, ratioToFull }) {
  const about = `${model} ${backend} ${method}`;
  const lines = [];
  if (memory) {
    const { steps, tensors, bytes, equal } = memory;
    const held = steps.map((step, i) => `after ${step} steps ${tensors[i]} tensors, ${bytes[i]} bytes`);
    lines.push(`${about}: ${held.join("; ")}: ${equal ? "equal" : "NOT EQUAL"}`);
  }
  if (ratioToFull) lines.push(`${about}: ${times(ratioToFull, "×")} the full lane alone`);
  return lines;
}

/** @param {number | null} value */
function milliseconds(value) {
  return value === null ? "–" : value.toFixed(value < 10 ? 2 : 1);
}

/**
 * @param {number | null} value
 * @param {string} [sign]
 */
function times(value, sign = "") {
  return value === null ? "–" : `${value.toFixed(value < 10 ? 2 : 1)}${sign}`;
}

/** @param {number | null} value */
function count(value) {
  return value === null ? "–" : String(value);
}
