import type { OptionSpecs } from "../lib/options";
import { chain } from "./chain";
import { couplet } from "./couplet";
import { hiddenInstruction } from "./hidden-instruction";
import { ingFormTask } from "./ing-form";
import { instructions } from "./instructions";
import { numerals } from "./numerals";
import { ownCharacters } from "./own-characters";
import { ownLabels } from "./own-labels";
import { ownLetters } from "./own-letters";
import { partOfSpeech } from "./part-of-speech";
import { pastTense } from "./past-tense";
import { sentences } from "./sentences";
import { sentiment } from "./sentiment";
import { sum } from "./sum";
import { surnameLanguage } from "./surname-language";
import type { Task } from "./task";
import { thingLabel } from "./thing-label";
import { tonePattern } from "./tone-pattern";

/** The tasks that methods are raced on. */
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

/** The tasks of lessons: asked of a frozen base, or given as instructions. No other page offers them. */
const ofLessons = [thingLabel, chain, sum, instructions, hiddenInstruction, sentences] as const;

/** What a learner brings as data of their own. The playground offers them once there are data. */
const own = [ownLetters, ownCharacters, ownLabels] as const;

export type TaskId = (typeof list | typeof ofLessons | typeof own)[number]["id"];
export type ListedTask = Task<OptionSpecs, TaskId>;

/** The tasks that methods are raced on, for code that treats them alike. */
export const tasks: readonly ListedTask[] = list;
/** These, those of lessons, and those of a learner's own data. */
export const allTasks: readonly ListedTask[] = [...list, ...ofLessons, ...own];

/** The task with this id, or undefined. */
export function findTask(id: string): ListedTask | undefined {
  return allTasks.find((task) => task.id === id);
}
