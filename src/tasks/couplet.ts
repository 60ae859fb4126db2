import { loadTangTokenizer, tangTask } from "./tang-format";
import { loadTangPoems, middleCouplets } from "./tang-poems";
import { defineTask, type Item, type ReadText } from "./task";

type Tone = (character: string) => "level" | "oblique" | undefined;

/** First line of a couplet -> second line (上句 -> 下句), from the middle couplets of regulated poems. */
export const couplet = defineTask({
  id: "couplet",
  family: "tang",
  options: {},
  batch: 32,
  steps: 300,
  exact: false,
  samples: [
    { input: "明月松间照", answer: "清泉石上流" },
    { input: "大漠孤烟直", answer: "长河落日圆" },
    { input: "远山晴带雪", answer: "寒水晚多风" },
  ],
  async load(read) {
    const [tokenizer, poems, tone] = await Promise.all([
      loadTangTokenizer(read),
      loadTangPoems(read),
      loadTones(read),
    ]);
    return tangTask({
      tokenizer,
      separator: "，",
      splits: {
        train: middleCouplets(poems.train),
        heldOut: middleCouplets(poems.heldOut).slice(0, 450),
      },
      score: (answer, item) => scoreForm(answer, item, tone),
    });
  },
});

/**
 * How well a second line keeps the form; there is no single right answer. The mean of these criteria, each 0 or 1:
 * as many characters as the first line; none of the first line's characters again; and at the second and fourth
 * (in long lines also sixth) place the tone opposite to the first line's, where that is known.
 */
function scoreForm(answer: string, { input }: Item, tone: Tone): number {
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
async function loadTones(read: ReadText): Promise<Tone> {
  const [level = "", oblique = ""] = (await read("data/tang-character-tones.txt")).split("\n");
  const tones = new Map([
    ...[...level].map((character) => [character, "level"] as const),
    ...[...oblique].map((character) => [character, "oblique"] as const),
  ]);
  return (character) => tones.get(character);
}
