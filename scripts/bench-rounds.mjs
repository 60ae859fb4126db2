// Contestants take turns in rounds, so that the noise of the machine hits all alike; the median counts.

/**
 * `turn` trains for about so long and gives milliseconds a step.
 * @typedef {object} Contestant
 * @property {number} loss of the first step
 * @property {number} dispatches
 * @property {(milliseconds: number) => Promise<number[]>} turn
 * @property {() => Promise<void>} [leave]
 */
/** @typedef {() => Promise<Contestant>} Enter */
/** @typedef {{ ms: number, dispatches: number }} Result median of a step, and what it sends to the GPU */

const TURN_MS = 45;
/** As many rounds as fit in this time, but some in any case. */
const ROUNDS_MS = 4000;
const MOST_ROUNDS = 16;
/** Losses of the first step that differ more are not of the same model. */
const LOSS_TOLERANCE = 0.02;

/**
 * Results by name. Who cannot start, or drops out, has none, and one line says why.
 * @param {Readonly<Record<string, Enter>>} entrants
 * @param {string} label
 * @param {number} fewestRounds
 * @returns {Promise<Partial<Record<string, Result>>>}
 */
export async function compete(entrants, label, fewestRounds) {
  console.error(`${label} …`);
  /** @type {Map<string, { contestant: Contestant, figures: number[] }>} */
  const running = new Map();
  const attempt = async (/** @type {string} */ name, /** @type {() => Promise<void>} */ work) => {
    try {
      await work();
    } catch (error) {
      running.delete(name);
      console.error(`${label}, ${name}: ${String(error).split("\n")[0]}`);
    }
  };
  for (const [name, enter] of Object.entries(entrants))
    await attempt(name, async () => void running.set(name, { contestant: await enter(), figures: [] }));
  const ours = running.get("ours")?.contestant.loss ?? Number.NaN;
  for (const [name, { contestant }] of running) {
    if (Math.abs(contestant.loss / ours - 1) > LOSS_TOLERANCE)
      console.error(`${label}, ${name}: the first loss is ${contestant.loss}, ours ${ours}`);
  }
  const end = Date.now() + ROUNDS_MS;
  for (let round = 0; round < fewestRounds || (round < MOST_ROUNDS && Date.now() < end); round++) {
    for (const [name, { contestant, figures }] of running)
      await attempt(name, async () => void figures.push(...(await contestant.turn(TURN_MS))));
  }
  /** @type {Record<string, Result>} */
  const results = {};
  for (const [name, { contestant, figures }] of running) {
    results[name] = { ms: median(figures), dispatches: contestant.dispatches };
    await attempt(name, async () => contestant.leave?.());
  }
  return results;
}

/** @param {readonly number[]} figures */
export function median(figures) {
  const sorted = [...figures].sort((a, b) => a - b);
  const at = (/** @type {number} */ index) => sorted[Math.floor(index)] ?? Number.NaN;
  return (at((sorted.length - 1) / 2) + at(sorted.length / 2)) / 2;
}
