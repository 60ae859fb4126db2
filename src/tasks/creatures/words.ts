// The words that the base knows, and prompts made of them.
import { bodies, type Creature, colours, creatures, eyes, indexOf, namedCreatures, tops } from "./creature";
import { type Scene, scenes } from "./scenes";

/** Words of a prompt. Which word it is counts, and where it is: body, top, colour, eyes, scene. A name is in the first place. */
export const promptLength = 5;

/** Token ids: a patch of the picture, no word at all ("anything"), then body, top, colour, eyes, names, scenes. */
export const patchToken = 0;
export const anyToken = 1;
const offsets = { body: 2, top: 7, colour: 11, eyes: 17, name: 20, scene: 68 } as const;
export const wordCount = offsets.scene + scenes.length;

/** What a prompt says: words for some attributes, or one name, or the new word; and a scene. Whatever is left out may be anything. */
export interface Prompt extends Partial<Creature> {
  /** Position among the named creatures. */
  readonly name?: number;
  /** The word that the base does not know, in the first place: instead of a body or a name, or on top of them. */
  readonly isNew?: boolean;
  readonly scene?: Scene;
}

/** The token ids of a prompt, `promptLength` of them. */
export function tokensOf({ body, top, colour, eyes: eye, name, scene }: Prompt): Int32Array {
  const first = body === undefined ? anyToken : offsets.body + bodies.indexOf(body);
  return Int32Array.of(
    name === undefined ? first : offsets.name + name,
    top === undefined ? anyToken : offsets.top + tops.indexOf(top),
    colour === undefined ? anyToken : offsets.colour + colours.indexOf(colour),
    eye === undefined ? anyToken : offsets.eyes + eyes.indexOf(eye),
    scene === undefined ? anyToken : offsets.scene + scenes.indexOf(scene),
  );
}

/** The creature that a prompt describes in full, or null. */
export function describedBy(prompt: Prompt): number | null {
  if (prompt.name !== undefined) return namedCreatures[prompt.name] ?? null;
  const { body, top, colour, eyes: eye } = prompt;
  if (body === undefined || top === undefined || colour === undefined || eye === undefined) return null;
  return indexOf({ body, top, colour, eyes: eye });
}

/** The prompt with all four attributes of a creature. */
export function promptFor(creature: number, scene?: Scene): Prompt {
  return { ...creatures[creature]!, ...(scene && { scene }) };
}

const syllables = ["mab", "tok", "lup", "nif"] as const;

/** Names of the named creatures, in their order: "mabo", "mabie", "tokum" … */
export const names: readonly string[] = [
  "o",
  "ie",
  "um",
  "ara",
  "ix",
  "el",
  "uno",
  "ay",
  "ik",
  "or",
  "ash",
  "ee",
].flatMap((end) => syllables.map((start) => `${start}${end}`));
