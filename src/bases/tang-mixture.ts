import { createRandom, type Random } from "../lib/random";
import { encodeTang, loadTangTokenizer, opening } from "../tasks/tang-format";
import { coupletsOf, loadTangPoems } from "../tasks/tang-poems";
import type { Example, ReadText } from "../tasks/task";
import type { LoadedCorpus } from "./base";

/** What the poets are pretrained on: couplets. */
export async function tangMixture(read: ReadText): Promise<LoadedCorpus> {
  const [tokenizer, poems] = await Promise.all([loadTangTokenizer(read), loadTangPoems(read)]);
  const encode = (text: string): Example => encodeTang(tokenizer, opening + text, 1);
  const random = createRandom("probe/tang");
  const probed = Array.from({ length: 64 }, () => encode(passage(random.pick(poems.heldOut), random)));
  const marks = new Set([tokenizer.id("，"), tokenizer.id("。")]);
  return {
    tokenizer,
    draw: (split, stream) => encode(passage(stream.pick(poems[split]), stream)),
    probes: [
      // form: are comma and full stop where they belong? wording: every character.
      { id: "form", examples: probed.map((example) => onlyAt(example, (target) => marks.has(target))) },
      {
        id: "wording",
        examples: probed.map((example) => onlyAt(example, (target) => !marks.has(target))),
      },
    ],
  };
}

/** One couplet, or two in a row. */
function passage(poem: string, random: Random): string {
  const couplets = coupletsOf(poem);
  const start = random.integer(couplets.length);
  const run =
    random.integer(2) === 0 ? couplets.slice(start, start + 1) : couplets.slice(start - (start % 2));
  return run.slice(0, 2).join("");
}

/** The example with only some of its targets counted. */
function onlyAt(example: Example, wanted: (target: number) => boolean): Example {
  return {
    ...example,
    weights: example.weights.map((weight, at) => (wanted(example.targets[at]!) ? weight : 0)),
  };
}
