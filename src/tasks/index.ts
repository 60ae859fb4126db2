import { couplet } from "./couplet";
import { ingFormTask } from "./ing-form";
import { numerals } from "./numerals";
import { partOfSpeech } from "./part-of-speech";
import { pastTense } from "./past-tense";
import { sentiment } from "./sentiment";
import { surnameLanguage } from "./surname-language";
import type { Task } from "./task";
import { tonePattern } from "./tone-pattern";

/** THE list of tasks. */
export const tasks: readonly Task[] = [
  pastTense,
  ingFormTask,
  numerals,
  surnameLanguage,
  couplet,
  tonePattern,
  sentiment,
  partOfSpeech,
];

export function findTask(id: string): Task | undefined {
  return tasks.find((task) => task.id === id);
}
