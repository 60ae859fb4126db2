import type { Random } from "../../lib/random";
import { creatures, namedCreatures, seenCreatures } from "./creature";
import type { Drawing } from "./draw";
import { places } from "./places";
import { type Scene, scenes } from "./scenes";
import type { Prompt } from "./words";

/** A picture, and the words that go with it. */
export interface Captioned {
  readonly drawing: Drawing;
  readonly prompt: Prompt;
}

const shareNamed = 0.35;
/** How often a single word is left out, so that prompts may be partial. */
const wordLeftOut = 0.12;
/** How often all words, the scene, or everything but the scene is left out: guidance needs pictures without words. */
const [allLeftOut, sceneLeftOut, creatureLeftOut] = [0.1, 0.05, 0.03];

/** A random picture for pretraining, with words for some of what it shows. */
export function drawCaptioned(random: Random): Captioned {
  const isNamed = random.next() < shareNamed;
  const name = random.integer(namedCreatures.length);
  const creature = isNamed ? namedCreatures[name]! : random.pick(seenCreatures);
  const scene = random.pick(scenes);
  const drawing: Drawing = { creature: creatures[creature]!, place: random.pick(places), scene };
  const words = isNamed ? { name } : someWords(creature, random);
  return { drawing, prompt: withoutSome(words, scene, random.next()) };
}

function someWords(creature: number, random: Random): Prompt {
  const words = Object.entries(creatures[creature]!).filter(() => random.next() >= wordLeftOut);
  return Object.fromEntries(words);
}

function withoutSome(words: Prompt, scene: Scene, chance: number): Prompt {
  if (chance < allLeftOut) return {};
  if (chance < allLeftOut + sceneLeftOut) return words;
  if (chance < allLeftOut + sceneLeftOut + creatureLeftOut) return { scene };
  return { ...words, scene };
}
