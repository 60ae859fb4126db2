import type { Lesson, LessonInfo } from "./lesson";

/** Parts of the course, in their order: the basics; train weights; only write the prompt; instructions; what people prefer. */
export const lessonParts = ["basics", "weights", "prompt", "instructions", "preferences"] as const;
export type LessonPart = (typeof lessonParts)[number];

/** A lesson of the list: what is known of it before it is loaded. */
export interface LessonEntry extends LessonInfo {
  readonly part: LessonPart;
  readonly load: () => Promise<{ readonly lesson: Lesson }>;
}

/** The lessons in their order. The text and the figures of each are loaded when it is opened. */
export const lessons = [
  { id: "one-thing", part: "basics", minutes: 5, section: "§1", load: () => import("./one-thing/index") },
  {
    id: "full-fine-tuning",
    part: "weights",
    minutes: 14,
    section: "§1",
    load: () => import("./full-fine-tuning/index"),
  },
  { id: "new-head", part: "weights", minutes: 12, section: "§1", load: () => import("./new-head/index") },
  { id: "waking", part: "weights", minutes: 12, section: "§2.1.3", load: () => import("./waking/index") },
  { id: "adapter", part: "weights", minutes: 14, section: "§1.1", load: () => import("./adapter/index") },
  {
    id: "prefix-tuning",
    part: "weights",
    minutes: 14,
    section: "§1.2",
    load: () => import("./prefix-tuning/index"),
  },
  {
    id: "prompt-tuning",
    part: "weights",
    minutes: 12,
    section: "§1.3",
    load: () => import("./prompt-tuning/index"),
  },
  {
    id: "p-tuning-v2",
    part: "weights",
    minutes: 12,
    section: "§1.3",
    load: () => import("./p-tuning-v2/index"),
  },
  { id: "lora", part: "weights", minutes: 15, section: "§1.4", load: () => import("./lora/index") },
  {
    id: "some-parameters",
    part: "weights",
    minutes: 14,
    section: "§1.5",
    load: () => import("./some-parameters/index"),
  },
  {
    id: "great-race",
    part: "weights",
    minutes: 15,
    section: "§2.1.3",
    load: () => import("./great-race/index"),
  },
  {
    id: "in-context",
    part: "prompt",
    minutes: 12,
    section: "§2.2",
    load: () => import("./in-context/index"),
  },
  {
    id: "larger-models",
    part: "prompt",
    minutes: 14,
    section: "§2.2",
    load: () => import("./larger-models/index"),
  },
  {
    id: "chain-of-thought",
    part: "prompt",
    minutes: 14,
    section: "§2.2",
    load: () => import("./chain-of-thought/index"),
  },
  {
    id: "step-by-step",
    part: "prompt",
    minutes: 12,
    section: "§2.2",
    load: () => import("./step-by-step/index"),
  },
  {
    id: "self-consistency",
    part: "prompt",
    minutes: 12,
    section: "§2.2",
    load: () => import("./self-consistency/index"),
  },
  {
    id: "least-to-most",
    part: "prompt",
    minutes: 12,
    section: "§2.2",
    load: () => import("./least-to-most/index"),
  },
  {
    id: "write-instruction",
    part: "instructions",
    minutes: 12,
    section: "§2.1.1.1",
    load: () => import("./write-instruction/index"),
  },
  { id: "ape", part: "instructions", minutes: 14, section: "§2.1.1.2", load: () => import("./ape/index") },
  {
    id: "soft-prompt",
    part: "instructions",
    minutes: 12,
    section: "§2.1",
    load: () => import("./soft-prompt/index"),
  },
  { id: "flan", part: "instructions", minutes: 15, section: "§2.1.2.1", load: () => import("./flan/index") },
  { id: "t0", part: "instructions", minutes: 12, section: "§2.1.2.2", load: () => import("./t0/index") },
  {
    id: "prompt-or-instruction",
    part: "instructions",
    minutes: 12,
    section: "§2.1",
    load: () => import("./prompt-or-instruction/index"),
  },
  {
    id: "preferences",
    part: "preferences",
    minutes: 15,
    section: "§2.1.2.3",
    load: () => import("./preferences/index"),
  },
  {
    id: "policy",
    part: "preferences",
    minutes: 15,
    section: "§2.1.2.3",
    load: () => import("./policy/index"),
  },
  {
    id: "reward-hacking",
    part: "preferences",
    minutes: 16,
    section: "§2.1.2.3",
    load: () => import("./reward-hacking/index"),
  },
] as const satisfies readonly LessonEntry[];

/** The number of a lesson, through all parts; the first one is lesson 0. −1 where there is none of this id. */
export function lessonNumber(id: string): number {
  return lessons.findIndex((lesson) => lesson.id === id);
}

/** The lesson of this id; undefined where there is none. */
export function findLesson(id: string): (typeof lessons)[number] | undefined {
  return lessons.find((lesson) => lesson.id === id);
}
