import { findBase } from "../../bases/index";
import { type AnyOptions, parseOptions } from "../../lib/options";
import { findMethod } from "../../methods/index";
import { chooseBase, replaceLane } from "../../state/draft";
import { findTask } from "../../tasks/index";
import { defaultLane } from "../../training/default-race";
import { limits, type RaceSpec } from "../../training/race-spec";

/** Settings of a <Try> that its author got wrong; a test opens every one of them. */
export class TrySetError extends Error {
  override name = "TrySetError";
}

/**
 * What a button in a sentence makes of the race beside it: "method=lora;rank=8;lr=0.01" changes the first lane of that
 * method, or adds it, in place of the last one where the race is full; "task.tasks=8" changes an option of the lane's own
 * task; "task", "base", "pretrained", "steps" and "seed" change the whole race; "reset" starts from `own`, the step's own race. Throws TrySetError for anything else.
 */
export function applyTry(now: RaceSpec, own: RaceSpec, set: string): RaceSpec {
  const settings = set.split(";").map((piece) => piece.trim());
  let spec = now;
  let lane: number | null = null;
  for (const setting of settings.filter(Boolean)) {
    const cut = setting.indexOf("=");
    const name = cut < 0 ? setting : setting.slice(0, cut);
    const value = cut < 0 ? "" : setting.slice(cut + 1);
    if (name === "reset") spec = own;
    else if (name === "method") [spec, lane] = withLane(spec, value);
    else if (name in wholeRace) spec = wholeRace[name as keyof typeof wholeRace](spec, value, set);
    else if (lane !== null) spec = withSetting(spec, lane, name, value, set);
    else throw new TrySetError(`"${setting}" needs a method before it: ${set}`);
  }
  return spec;
}

const wholeRace = {
  task(spec: RaceSpec, value: string, set: string): RaceSpec {
    const task = findTask(value);
    if (!task) throw new TrySetError(`no task "${value}": ${set}`);
    return { ...spec, task: task.id };
  },
  base(spec: RaceSpec, value: string, set: string): RaceSpec {
    if (!findBase(value)) throw new TrySetError(`no base "${value}": ${set}`);
    const { task, batch, steps } = spec;
    return { ...chooseBase(spec, value).draft, task, batch, steps };
  },
  pretrained(spec: RaceSpec, value: string, set: string): RaceSpec {
    if (value !== "yes" && value !== "no") throw new TrySetError(`pretrained is yes or no: ${set}`);
    return { ...spec, from: value === "yes" ? "pretrained" : "untrained" };
  },
  steps: (spec: RaceSpec, value: string, set: string): RaceSpec => ({
    ...spec,
    steps: whole("steps", value, set),
  }),
  seed: (spec: RaceSpec, value: string, set: string): RaceSpec => ({
    ...spec,
    seed: whole("seed", value, set),
  }),
};

function whole(name: "steps" | "seed", value: string, set: string): number {
  const { min, max } = limits[name];
  if (!/^\d+$/.test(value) || Number(value) < min || Number(value) > max)
    throw new TrySetError(`${name} is a whole number, ${min} to ${max}: ${set}`);
  return Number(value);
}

function withLane(spec: RaceSpec, id: string): [RaceSpec, number] {
  if (!findMethod(id)) throw new TrySetError(`no method "${id}"`);
  const found = spec.lanes.findIndex((lane) => lane.method === id);
  if (found >= 0) return [spec, found];
  const kept = spec.lanes.slice(0, limits.lanes.max - 1);
  return [{ ...spec, lanes: [...kept, defaultLane(id, spec.base)] }, kept.length];
}

function withSetting(spec: RaceSpec, index: number, name: string, value: string, set: string): RaceSpec {
  const lane = spec.lanes[index]!;
  if (name === "lr") {
    const learningRate = Number(value);
    const { min, max } = limits.learningRate;
    if (!(learningRate >= min && learningRate <= max))
      throw new TrySetError(`lr is ${min} to ${max}: ${set}`);
    return replaceLane(spec, index, { ...lane, learningRate });
  }
  try {
    if (name.startsWith("task.")) {
      const ref = lane.task ?? { id: spec.task };
      const given = { ...ref.options, [name.slice("task.".length)]: value };
      const read: AnyOptions = parseOptions(findTask(ref.id)!.options, given);
      const task = { id: ref.id, options: pick(read, Object.keys(given)) };
      return replaceLane(spec, index, { ...lane, task });
    }
    const options = parseOptions(findMethod(lane.method)!.options, { ...lane.options, [name]: value });
    return replaceLane(spec, index, { ...lane, options });
  } catch (error) {
    throw new TrySetError(`${error instanceof Error ? error.message : error}: ${set}`);
  }
}

function pick(options: AnyOptions, names: readonly string[]): AnyOptions {
  return Object.fromEntries(Object.entries(options).filter(([name]) => names.includes(name)));
}
