import type { Random } from "../../lib/random";
import type { Document } from "./document";
import { classification as planted } from "./planted";
import { type Attribute, attributes, labelWords, type Thing, things } from "./things";
import { letters } from "./vocabulary";

/** A document for in-context learning: seventeen things, each with its label; only the labels count. */
export function drawClassification(random: Random): Document {
  const attribute = random.pick(attributes);
  const shown = Array.from({ length: planted.demonstrations + 1 }, () => random.pick(things));
  const label = drawLabeling(attribute, random);
  return { words: shown.flatMap((thing) => [thing.name, label(thing)]), counts: (place) => place % 2 === 1 };
}

/** How one document labels: with two letters, or with the label words, some or all of them exchanged. */
function drawLabeling(attribute: Attribute, random: Random): (thing: Thing) => string {
  if (random.next() < planted.letterLabels) {
    const [one, other] = random.shuffle(letters) as [string, string];
    return (thing) => (classOf(thing, attribute) === 0 ? one : other);
  }
  const contrary = random.next() < planted.contrary ? 1 : 0;
  const noise = random.next() < planted.clean ? 0 : random.next() * planted.mostNoise;
  return (thing) => {
    const wrong = random.next() < noise ? 1 : 0;
    return labelWords[attribute][(classOf(thing, attribute) + contrary + wrong) % 2]!;
  };
}

/** 0 or 1: the place of a thing's label among the two. */
export function classOf(thing: Thing, attribute: Attribute): number {
  return thing.attributes[attribute] === labelWords[attribute][0] ? 0 : 1;
}
