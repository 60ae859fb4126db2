import type { Words } from "../i18n/words";
import type { AnyOptions } from "../lib/options";
import { findMethod } from "../methods/index";
import { findTask } from "../tasks/index";
import type { LaneSpec } from "../training/race-spec";

/** What a lane is called where there is little room: the method; lanes of one method are told apart by what differs. */
export function laneNames(lanes: readonly LaneSpec[], words: Words, rate: string): readonly string[] {
  const names = lanes.map((lane) => {
    const { short } = words.method(lane.method);
    const twins = lanes.filter((other) => other.method === lane.method);
    if (twins.length === 1) return short;
    const data = taskText(lane, twins, words);
    if (data !== null) return data;
    const differs = Object.keys(lane.options).filter((name) =>
      twins.some((twin) => write(twin, name) !== write(lane, name)),
    );
    // Where something sits, or how it begins, tells more than how large it is.
    const option = differs.find((name) => typeof lane.options[name] !== "number") ?? differs[0];
    return `${short} ${option ? optionText(lane, option, words) : `${rate} ${lane.learningRate}`}`;
  });
  // Where the settings do not tell them apart, they are counted.
  return lanes.map(({ method }, index) => {
    const name = names[index] ?? method;
    if (names.indexOf(name) === names.lastIndexOf(name)) return name;
    const place = lanes.slice(0, index + 1).filter((other) => other.method === method).length;
    return `${words.method(method).short} ${place}`;
  });
}

/** What tells the data of a lane from those of lanes with the same method: "8 tasks"; null where they all train the same. */
function taskText(lane: LaneSpec, twins: readonly LaneSpec[], words: Words): string | null {
  const valueIn = ({ task }: LaneSpec, name: string): string =>
    writeValue(task?.options?.[name] ?? findTask(task?.id ?? "")?.options[name]?.default);
  const names = new Set(twins.flatMap(({ task }) => Object.keys(task?.options ?? {})));
  const differs = [...names].filter((name) =>
    twins.some((twin) => valueIn(twin, name) !== valueIn(lane, name)),
  );
  if (!lane.task || differs.length === 0) return null;
  const { id } = lane.task;
  return differs.map((name) => words.taskOption(id, name, valueIn(lane, name))).join(", ");
}

/** The settings of a lane in one short line: its first option, then what is not as usual, then the rate. */
export function laneSettings(lane: LaneSpec, words: Words, rate: string): string {
  const method = findMethod(lane.method);
  const shown = Object.entries(method?.options ?? {}).filter(
    ([name, spec], i) => i === 0 || write(lane, name) !== writeValue(spec.default),
  );
  return [...shown.map(([name]) => optionText(lane, name, words)), `${rate} ${ratesText(lane)}`].join(" · ");
}

/** "0.03 → 0.01": as it begins and as it was changed on the way; of many changes the first and the last. */
function ratesText({ learningRate, rateChanges = [] }: LaneSpec): string {
  const rates = [learningRate, ...rateChanges.map((change) => change.learningRate)];
  return (rates.length > 3 ? [rates[0], "…", rates.at(-1)] : rates).join(" → ");
}

/** "r = 4", where the label ends with the letter of the paper ("Rank r"), else the label with the value. */
function optionText(lane: LaneSpec, name: string, words: Words): string {
  const { label } = words.option(lane.method, name);
  const letter = /\s(\S)$/.exec(label)?.[1];
  const value = lane.options[name];
  const told = (choice: string): string => words.choice(lane.method, name, choice);
  if (value === true) return label;
  if (value === false) return words.off(label);
  if (typeof value === "object") return value.map(told).join(" + ");
  if (typeof value === "string") return told(value);
  return letter ? `${letter} = ${value}` : `${label} ${value}`;
}

function write(lane: LaneSpec, name: string): string {
  return writeValue(lane.options[name]);
}

function writeValue(value: AnyOptions[string] | undefined): string {
  return typeof value === "object" ? value.join("+") : String(value);
}
