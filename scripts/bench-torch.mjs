// PyTorch beside the page: a Python process that takes its turns as the contestants in the browser do.
import { spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import { root } from "./setup.mjs";

/**
 * @typedef {object} Torch
 * @property {string} version
 * @property {(setup: import("../e2e/engine-page/contestant").Setup) => Promise<{ loss: number }>} enter
 * @property {(milliseconds: number) => Promise<number[]>} turn milliseconds a step
 * @property {() => void} close
 */

/** PYTHON, else those on the path, else Debian's, which has the packages that apt installs. */
const PYTHONS = [process.env.PYTHON, "python3", "python", "/usr/bin/python3"];

/**
 * Starts PyTorch on one thread, or gives undefined where no Python has it.
 * @returns {Torch | undefined}
 */
export function startTorch() {
  const versionOf = (/** @type {string} */ python) => {
    const { status, stdout } = spawnSync(python, ["-c", "import torch; print(torch.__version__)"]);
    return status === 0 ? String(stdout).trim() : undefined;
  };
  for (const python of PYTHONS) {
    const version = python && versionOf(python);
    if (python && version) return { version, ...converse(python) };
  }
  return undefined;
}

/** @param {string} python */
function converse(python) {
  const child = spawn(python, [`${root}/scripts/bench-torch.py`], { stdio: ["pipe", "pipe", "inherit"] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  // Python may have died when the next question is written: that is for whoever asks, and nobody else, to hear.
  const broken = new Promise((/** @type {(never: never) => void} */ _, reject) => {
    child.on("error", reject);
    child.stdin.on("error", reject);
  });
  broken.catch(() => {});
  const ask = async (/** @type {object} */ question) => {
    child.stdin.write(`${JSON.stringify(question)}\n`);
    const { done, value } = await Promise.race([answers.next(), broken]);
    if (done) throw new Error("the Python process ended");
    return JSON.parse(value);
  };
  return {
    /** @type {Torch["enter"]} */
    enter: (setup) => ask(setup),
    /** @type {Torch["turn"]} */
    turn: async (milliseconds) => (await ask({ milliseconds })).figures,
    close: () => child.stdin.end(),
  };
}
