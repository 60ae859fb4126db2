import type { Random } from "../../lib/random";
import type { Document } from "./document";
import {
  mostTriggerWords,
  arithmetic as planted,
  probabilityOfSteps,
  type TriggerWord,
  triggerWords,
} from "./planted";
import { digits, letters, marks, type Operator, operators } from "./vocabulary";

export type Order = "chain" | "sum";

/** One named step of a question: the operation and the digit it uses. In a sum every operation is "+". */
export interface Step {
  readonly operator: Operator;
  readonly digit: number;
}

/** A question modulo 10. chain: from `start`, step by step. sum: the digits of all steps, in any order; starts from 0. */
export interface Question {
  readonly order: Order;
  readonly start: number;
  readonly steps: readonly Step[];
}

/** Multiplication only by these: by others modulo 10 it would forget what came before, and guessing would get easier. */
const factors = [3, 7, 9] as const;

export function drawQuestion(order: Order, steps: number, random: Random): Question {
  if (order === "sum") {
    const drawn = Array.from({ length: steps }, (): Step => ({ operator: "+", digit: random.integer(10) }));
    return { order, start: 0, steps: drawn };
  }
  const start = random.integer(10);
  const drawn = Array.from({ length: steps }, (): Step => {
    const operator = random.pick(operators);
    return { operator, digit: operator === "*" ? random.pick(factors) : 1 + random.integer(9) };
  });
  return { order, start, steps: drawn };
}

/** "chain 3 a + 4 b * 7" or "sum a 5 b 8". */
export function writeQuestion({ order, start, steps }: Question): string[] {
  if (order === "sum") return [marks.sum, ...steps.flatMap(({ digit }, i) => [letters[i]!, digits[digit]!])];
  return [marks.chain, digits[start]!, ...writeSteps(steps)];
}

/** The question that a text asks. Throws where it is none of ours. */
export function readQuestion(text: string): Question {
  const isSum = /^sum( [a-l] \d)+$/.test(text);
  if (!isSum && !/^chain \d( [a-l] [-+*] \d)+$/.test(text)) throw new Error(`"${text}" is no question`);
  const words = text.split(" ");
  const width = isSum ? 2 : 3;
  const rest = words.slice(isSum ? 1 : 2);
  const steps = Array.from({ length: rest.length / width }, (_, i): Step => {
    const sign = isSum ? "+" : rest[width * i + 1];
    const operator = operators.find((one) => one === sign) ?? "+";
    return { operator, digit: Number(rest[width * (i + 1) - 1]) };
  });
  return { order: isSum ? "sum" : "chain", start: isSum ? 0 : Number(words[1]), steps };
}

/** "a + 4 b * 7": the steps of a chain, with letters from the first one on. */
export function writeSteps(steps: readonly Step[]): string[] {
  return steps.flatMap(({ operator, digit }, i) => [letters[i]!, operator, digits[digit]!]);
}

/** The value after each step, visited in this order (places of steps). */
export function runningValues({ start, steps }: Question, order: readonly number[]): number[] {
  let value = start;
  return order.map((place) => {
    value = apply(value, steps[place]!);
    return value;
  });
}

function apply(value: number, { operator, digit }: Step): number {
  switch (operator) {
    case "+":
      return (value + digit) % 10;
    case "-":
      return (value + 10 - digit) % 10;
    case "*":
      return (value * digit) % 10;
    default:
      return operator satisfies never;
  }
}

/** The answer, a digit. */
export function solve(question: Question): number {
  return runningValues(question, [...question.steps.keys()]).at(-1) ?? question.start;
}

/** ": a 7 b 9 # 9 .": the steps in a random order where the order is free. */
export function writeSolution(question: Question, random: Random): string[] {
  const places = [...question.steps.keys()];
  const order = question.order === "sum" ? random.shuffle(places) : places;
  const values = runningValues(question, order);
  const written = order.flatMap((place, i) => [letters[place]!, digits[values[i]!]!]);
  return [marks.steps, ...written, marks.answer, digits[solve(question)]!, marks.end];
}

/** "= 9 ." */
export function writeDirect(question: Question): string[] {
  return [marks.direct, digits[solve(question)]!, marks.end];
}

/** A question with its answer, given at once, in steps, or after filler dots. What is written after the question counts. */
export function drawArithmetic(random: Random): Document {
  const question = drawQuestion(drawOrder(random), 1 + random.integer(planted.mostSteps), random);
  const asked = writeQuestion(question);
  const dice = random.next();
  if (dice < planted.filler) {
    const dots = Array<string>(2 * question.steps.length).fill(marks.filler);
    const filled = [...asked, marks.direct, ...dots, marks.answer];
    // The dots are given, not learned: otherwise "=" would ask for dots.
    const words = [...filled, digits[solve(question)]!, marks.end];
    return { words, counts: (place) => place >= filled.length };
  }
  const isDirect = dice < planted.filler + planted.direct;
  const answer = isDirect ? writeDirect(question) : writeSolution(question, random);
  // Which sign follows is chosen by whoever asks.
  return { words: [...asked, ...answer], counts: (place) => place > asked.length };
}

/**
 * A question, up to four trigger words, and then = or : as the planted strengths of the words would have it: that sign
 * counts too. Long questions come up more often than short ones.
 */
export function drawPhrases(random: Random): Document {
  const steps = 1 + Math.max(random.integer(planted.mostSteps), random.integer(planted.mostSteps));
  const question = drawQuestion(drawOrder(random), steps, random);
  const phrase = drawPhrase(random);
  const asked = [...writeQuestion(question), ...phrase];
  const inSteps = random.next() < probabilityOfSteps(phrase);
  const answer = inSteps ? writeSolution(question, random) : writeDirect(question);
  return { words: [...asked, ...answer], counts: (place) => place >= asked.length };
}

function drawPhrase(random: Random): readonly TriggerWord[] {
  return random.shuffle(triggerWords).slice(0, random.integer(mostTriggerWords + 1));
}

function drawOrder(random: Random): Order {
  return random.next() < planted.sums ? "sum" : "chain";
}
