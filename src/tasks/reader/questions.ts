import { createRandom } from "../../lib/random";
import type { Item, LoadedTask } from "../task";
import { drawQuestion, type Order, solve, writeQuestion } from "./arithmetic";
import { askedTask } from "./asked-task";
import { triggerWords } from "./planted";
import { procedures, readAnswer } from "./procedures";
import { digits, marks } from "./vocabulary";

/** Steps of the longest question: two more than are ever solved in pretraining. */
const mostAskedSteps = 7;
/** Most words of a trigger in a search: with four, questions of five steps are too long for the model to be at its best. */
const searchedWords = 3;
/** Questions of each number of steps. */
const perLength = 400;

/** Questions modulo 10 in this order, of one to seven steps. */
export function loadQuestions(order: Order): LoadedTask {
  const lists = { train: drawItems(order, "train"), heldOut: drawItems(order, "heldOut") };
  return askedTask(({ answer }) => [marks.direct, answer, marks.end], {
    items: (split) => lists[split],
    draw: (split, random) => random.pick(lists[split]),
    drawBeside: ({ length }, random) => random.pick(lists.train.filter((item) => item.length === length)),
    procedures,
    search: {
      words: triggerWords,
      length: { min: 1, max: searchedWords },
      plain: "think step",
      synonyms: (word) => [word],
    },
    read: readAnswer,
    // The longest text that is written is a split question: "a + 4 … | … .".
    most: 3 * mostAskedSteps + 2,
    chance: 0.1,
  });
}

function drawItems(order: Order, split: string): readonly Item[] {
  return Array.from({ length: mostAskedSteps }, (_, i) => {
    const random = createRandom(`reader/${order}/${split}/${i + 1}`);
    return Array.from({ length: perLength }, () => {
      const question = drawQuestion(order, i + 1, random);
      return { input: writeQuestion(question).join(" "), answer: digits[solve(question)]!, length: i + 1 };
    });
  }).flat();
}
