import { createRandom } from "../../lib/random";
import { wordsOf } from "../../prompt-view/tokens-of";
import {
  drawQuestion,
  type Order,
  type Question,
  readQuestion,
  type Step,
  writeQuestion,
} from "../../tasks/reader/arithmetic";
import { mostTriggerWords, type TriggerWord, triggerWords } from "../../tasks/reader/planted";
import { marks } from "../../tasks/reader/vocabulary";

/** Most steps of a question in the lab, as in the held-out questions. */
export const mostSteps = 7;

/** What comes right after a question: answer at once, write steps, or nothing, and the model decides. */
export const signs = [marks.direct, marks.steps, ""] as const;
export type Sign = (typeof signs)[number];

/** A prompt that asks for the result of a chain or a sum. */
export interface AskedPrompt {
  readonly question: Question;
  readonly phrase: readonly TriggerWord[];
  readonly sign: Sign;
  /** What is written after the sign, such as first steps. */
  readonly rest: readonly string[];
}

const start = /^(?:chain \d(?: [a-l] [-+*] \d)+|sum(?: [a-l] \d)+)(?= |$)/;
const isTrigger = (token: string): token is TriggerWord => triggerWords.some((word) => word === token);

/** Reads a text that starts with a question; null for any other. */
export function readAsked(text: string): AskedPrompt | null {
  const tokens = wordsOf(text);
  const found = start.exec(tokens.join(" "))?.[0];
  if (found === undefined) return null;
  let rest = tokens.slice(wordsOf(found).length);
  const end = rest.findIndex((token) => !isTrigger(token));
  const phrase = (end < 0 ? rest : rest.slice(0, end)).filter(isTrigger);
  rest = rest.slice(phrase.length);
  const sign = signs.find((one) => one === rest[0]) ?? "";
  return { question: readQuestion(found), phrase, sign, rest: sign === "" ? rest : rest.slice(1) };
}

/** The text of such a prompt. */
export function writeAsked({ question, phrase, sign, rest }: AskedPrompt): string {
  return [...writeQuestion(question), ...phrase, sign, ...rest].filter(Boolean).join(" ");
}

/** The prompt with another question: what was written of the former answer goes with it. */
export function withQuestion(prompt: AskedPrompt, question: Question): AskedPrompt {
  return { ...prompt, question, rest: [] };
}

/** One step more: the last operation again, with another digit. */
export function longer(question: Question): Question {
  const last = question.steps.at(-1) ?? { operator: "+", digit: 1 };
  const step: Step = { operator: last.operator === "*" ? "+" : last.operator, digit: (last.digit % 9) + 1 };
  return { ...question, steps: [...question.steps, step].slice(0, mostSteps) };
}

/** A question of so many steps. */
export function randomQuestion(order: Order, steps: number, seed: number): Question {
  return drawQuestion(order, steps, createRandom(seed));
}

/** A phrase with a word more, or without one that it has. Longer ones than in pretraining are cut. */
export function toggled(phrase: readonly TriggerWord[], word: TriggerWord): readonly TriggerWord[] {
  if (phrase.includes(word)) return phrase.filter((one) => one !== word);
  return phrase.length < mostTriggerWords ? [...phrase, word] : phrase;
}
