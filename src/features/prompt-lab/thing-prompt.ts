import { createRandom } from "../../lib/random";
import { wordsOf } from "../../prompt-view/tokens-of";
import { type Attribute, attributes, labelWords, type Thing, things } from "../../tasks/reader/things";

/** A demonstration: a thing with its label. Either may be "". */
export interface Demonstration {
  readonly thing: string;
  readonly label: string;
}

/** A prompt that asks for the label of a thing. */
export interface ThingPrompt {
  readonly demonstrations: readonly Demonstration[];
  /** "" where the prompt ends with a label: nothing is asked. */
  readonly question: string;
}

const byName: ReadonlyMap<string, Thing> = new Map(things.map((thing) => [thing.name, thing]));

/** Reads any text as demonstrations and a question: a thing takes the token after it for its label, unless that is a thing. */
export function readThings(text: string): ThingPrompt {
  const tokens = wordsOf(text);
  const demonstrations: Demonstration[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const next = tokens[at + 1];
    if (!byName.has(token)) demonstrations.push({ thing: "", label: token });
    else if (next === undefined) return { demonstrations, question: token };
    else if (byName.has(next)) demonstrations.push({ thing: token, label: "" });
    else {
      demonstrations.push({ thing: token, label: next });
      at++;
    }
  }
  return { demonstrations, question: "" };
}

/** The text of such a prompt. */
export function writeThings({ demonstrations, question }: ThingPrompt): string {
  return [...demonstrations.flatMap(({ thing, label }) => [thing, label]), question]
    .filter(Boolean)
    .join(" ");
}

/** The right label of a thing; "" for a token that is none. */
export function rightLabel(thing: string, attribute: Attribute): string {
  return byName.get(thing)?.attributes[attribute] ?? "";
}

/** What the demonstrations ask for: the attribute that most of their labels belong to, the first where none does. */
export function attributeOf(demonstrations: readonly Demonstration[]): Attribute {
  const votes = (attribute: Attribute): number =>
    demonstrations.filter(({ label }) => labelWords[attribute].some((word) => word === label)).length;
  return votes("size") > votes("kind") ? "size" : "kind";
}

/** The label that a press puts in the place of one: the other of its pair, else the next one of those in the prompt. */
export function otherLabel(label: string, demonstrations: readonly Demonstration[]): string {
  const pair = attributes
    .map((attribute) => labelWords[attribute])
    .find((words) => words.some((word) => word === label));
  const used = demonstrations.map((one) => one.label).filter(Boolean);
  const labels: readonly string[] = pair ?? [...new Set(used)].sort();
  if (label === "") return labels[0] ?? labelWords.kind[0];
  return labels[(labels.indexOf(label) + 1) % labels.length]!;
}

/** So many demonstrations at random, of things that are not asked for, each with its right label. */
export function randomDemonstrations(
  count: number,
  { question }: ThingPrompt,
  attribute: Attribute,
  seed: number,
): readonly Demonstration[] {
  const others = things.filter(({ name }) => name !== question);
  return createRandom(seed)
    .shuffle(others)
    .slice(0, count)
    .map(({ name }) => ({ thing: name, label: rightLabel(name, attribute) }));
}

/** All labels done again: right ones, each the other one of its pair, random ones, or none. */
export const relabelings = ["kind", "size", "flipped", "random", "absent"] as const;
export type Relabeling = (typeof relabelings)[number];
export function relabeled(
  demonstrations: readonly Demonstration[],
  how: Relabeling,
  seed: number,
): readonly Demonstration[] {
  const random = createRandom(seed);
  const attribute = attributeOf(demonstrations);
  const labelFor = ({ thing, label }: Demonstration): string => {
    switch (how) {
      case "kind":
      case "size":
        return rightLabel(thing, how) || label;
      case "flipped":
        return otherLabel(label, demonstrations);
      case "random":
        return random.pick(labelWords[attribute]);
      case "absent":
        return "";
      default:
        return how satisfies never;
    }
  };
  return demonstrations
    .map((one) => ({ ...one, label: labelFor(one) }))
    .filter(({ thing, label }) => thing || label);
}
