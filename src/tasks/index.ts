import type { OptionSpecs } from "../lib/options";
import { couplet } from "./couplet";
import { ingFormTask } from "./ing-form";
import { numerals } from "./numerals";
import { partOfSpeech } from "./part-of-speech";
import { pastTense } from "./past-tense";
import { sentiment } from "./sentiment";
import { surnameLanguage } from "./surname-language";
import type { Task } from "./task";
import { tonePattern } from "./tone-pattern";

/** The list of tasks. */
const list = [
  pastTense,
  ingFormTask,
  numerals,
  surnameLanguage,
  couplet,
  tonePattern,
  sentiment,
  partOfSpeech,
] as const;

export type TaskId = (typeof list)[number]["id"];
export type ListedTask = Task<OptionSpecs, TaskId>;

/** The list, for code that treats all tasks alike. */
export const tasks: readonly ListedTask[] = list;

/** The task with this id, or undefined. */
export function findTask(id: string): ListedTask | undefined {
  return tasks.find((task) => task.id === id);
}
