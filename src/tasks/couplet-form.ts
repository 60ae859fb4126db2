import type { Item, ReadText } from "./task";

type Tone = (character: string) => "level" | "oblique" | undefined;

/**
 * How well a second line keeps the form; there is no single right answer. The mean of these criteria, each 0 or 1:
 * as many characters as the first line; none of the first line's characters again; and at the second and fourth
 * (in long lines also sixth) place the tone opposite to the first line's, where that is known.
 */
export function scoreForm(answer: string, { input }: Item, tone: Tone): number {
  const first = [...input];
  const second = [...answer];
  if (second.length === 0) return 0;
  const length = second.length === first.length;
  const fresh = !second.some((character) => first.includes(character));
  const tones = [1, 3, 5].flatMap((place) => {
    const above = tone(first[place] ?? "");
    const below = tone(second[place] ?? "");
    return above === undefined ? [] : [below !== undefined && below !== above];
  });
  const marks = [length, fresh, ...tones];
  return marks.filter(Boolean).length / marks.length;
}

/** The commonest tone of each character: level 平 or oblique 仄. */
export async function loadTones(read: ReadText): Promise<Tone> {
  const [level = "", oblique = ""] = (await read("data/tang-character-tones.txt")).split("\n");
  const tones = new Map([
    ...[...level].map((character) => [character, "level"] as const),
    ...[...oblique].map((character) => [character, "oblique"] as const),
  ]);
  return (character) => tones.get(character);
}
