import type { Words } from "../../i18n/words";
import type { AnyOptions } from "../../lib/options";
import { findMethod } from "../../methods/index";
import type { LaneSpec } from "../../training/race-spec";

/** What a lane is called where there is little room: the method; lanes of one method are told apart by what differs. */
export function laneNames(lanes: readonly LaneSpec[], words: Words): readonly string[] {
  return lanes.map((lane, index) => {
    const { short } = words.method(lane.method);
    const twins = lanes.filter((other) => other.method === lane.method);
    if (twins.length === 1) return short;
    const differing = Object.keys(lane.options).find((name) =>
      twins.some((twin) => write(twin, name) !== write(lane, name)),
    );
    const told = differing ? optionText(lane, differing, words) : `lr ${lane.learningRate}`;
    const same = twins.filter(
      (twin) =>
        twin !== lane &&
        (differing
          ? write(twin, differing) === write(lane, differing)
          : twin.learningRate === lane.learningRate),
    );
    // Nothing in the settings tells them apart: count them.
    return same.length === 0
      ? `${short} ${told}`
      : `${short} ${lanes.slice(0, index + 1).filter((other) => other.method === lane.method).length}`;
  });
}

/** The settings of a lane in one short line: its first option, then what is not as usual, then the rate. */
export function laneSettings(lane: LaneSpec, words: Words, rate: string): string {
  const method = findMethod(lane.method);
  const shown = Object.entries(method?.options ?? {}).filter(
    ([name, spec], i) => i === 0 || write(lane, name) !== writeValue(spec.default),
  );
  return [...shown.map(([name]) => optionText(lane, name, words)), `${rate} ${lane.learningRate}`].join(
    " · ",
  );
}

/** "r = 4", where the label ends with the letter of the paper ("Rank r"), else the label with the value. */
function optionText(lane: LaneSpec, name: string, words: Words): string {
  const { label } = words.option(lane.method, name);
  const letter = /\s(\S)$/.exec(label)?.[1];
  const value = lane.options[name];
  const told = (choice: string): string => words.choice(lane.method, name, choice);
  if (value === true) return label;
  if (value === false) return `${label} ✕`;
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
