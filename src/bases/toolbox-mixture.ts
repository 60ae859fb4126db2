import { chineseNumeral, romanNumeral } from "../lib/numerals";
import { createRandom, type Random } from "../lib/random";
import type { Example, Item, ReadText, Split } from "../tasks/task";
import { encodeToolbox, toolboxTokenizer } from "../tasks/toolbox-format";
import { anyLength, drawNumber, isTrainNumber } from "../tasks/toolbox-numbers";
import { ingForm, loadToolboxWords, type ToolboxWords } from "../tasks/toolbox-words";
import type { LoadedCorpus, Probe } from "./base";

/** A skill of the toolbox, called by a one-letter tag. */
interface Skill {
  readonly tag: string;
  draw(split: Split, random: Random): Item;
}

type DrawText = (split: Split, random: Random) => string;

/** What the toolboxes are pretrained on: all skills equally often. */
export async function toolboxMixture(read: ReadText): Promise<LoadedCorpus> {
  const skills = makeSkills(await loadToolboxWords(read));
  const draw = (skill: Skill, split: Split, random: Random): Example =>
    encodeToolbox(skill.tag, skill.draw(split, random));
  const probe = (id: string, tag: string): Probe => {
    const skill = skills.find((one) => one.tag === tag)!;
    const random = createRandom(`probe/${id}`);
    return { id, examples: Array.from({ length: 64 }, () => draw(skill, "heldOut", random)) };
  };
  return {
    tokenizer: toolboxTokenizer,
    draw: (split, random) => draw(random.pick(skills), split, random),
    probes: [probe("past-tense", "A"), probe("plural", "B"), probe("reverse", "D"), probe("digits", "F")],
  };
}

function makeSkills({ verbs, nouns, surnames }: ToolboxWords): readonly Skill[] {
  // A held-out verb must not appear in another form: no noun "painting" if "paint" is held out.
  const unseen = new Set(verbs.heldOut.flatMap((verb) => [verb.answer, ingForm(verb), `${verb.input}s`]));
  const seenNouns = nouns.train.filter((noun) => !unseen.has(noun.input) && !unseen.has(noun.answer));
  const words = {
    train: [...verbs.train, ...seenNouns].map((item) => item.input),
    heldOut: [...verbs.heldOut, ...nouns.heldOut].map((item) => item.input),
  };
  const shortWords = {
    train: words.train.filter((word) => word.length <= 10),
    heldOut: words.heldOut.filter((word) => word.length <= 10),
  };

  const word: DrawText = (split, random) => random.pick(words[split]);
  const shortWord: DrawText = (split, random) => random.pick(shortWords[split]);
  // Surnames too, so that the base learns the accented letters.
  const wordOrName: DrawText = (split, random) =>
    random.integer(4) === 0 ? random.pick(surnames[split]).input : word(split, random);
  const number: DrawText = (split, random) => String(drawNumber(split, () => anyLength(random)));
  const romanNumber: DrawText = (split, random) => String(drawNumber(split, () => 1 + random.integer(1999)));
  // The successor of a training number must not be held out either: it would appear as an answer.
  const predecessor: DrawText = (split, random) => {
    for (;;) {
      const digits = number(split, random);
      if (split === "heldOut" || isTrainNumber(Number(digits) + 1)) return digits;
    }
  };

  return [
    { tag: "A", draw: (split, random) => random.pick(verbs[split]) },
    { tag: "B", draw: (split, random) => random.pick(split === "train" ? seenNouns : nouns.heldOut) },
    rule("C", wordOrName, (text) => text),
    rule("D", wordOrName, (text) => [...text].reverse().join("")),
    rule("E", word, (text) => text.toUpperCase()),
    {
      tag: "F",
      draw: (split, random) => {
        const digits = number(split, random);
        return { input: chineseNumeral(Number(digits)), answer: digits };
      },
    },
    rule("G", romanNumber, (digits) => romanNumeral(Number(digits))),
    rule("H", predecessor, (digits) => String(Number(digits) + 1)),
    rule("I", word, (text) => text.replaceAll(/[aeiou]/g, "")),
    rule("J", wordOrName, (text) => [...text][0]!),
    rule("K", shortWord, (text) => text + text),
  ];
}

function rule(tag: string, draw: DrawText, answer: (text: string) => string): Skill {
  return {
    tag,
    draw: (split, random) => {
      const input = draw(split, random);
      return { input, answer: answer(input) };
    },
  };
}
