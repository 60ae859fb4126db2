import * as z from "zod/mini";
import { create } from "zustand";
import { type SentenceLanguageId, sentenceLanguages } from "../tasks/sentences/languages";
import type { Click } from "../tasks/sentences/learned-reward";
import { splitSentence, wordsOf } from "../tasks/sentences/sentence-language";
import { type TasteId, tasteIds } from "../tasks/sentences/tastes";
import { preferenceLimits } from "../training/preferences/preference-spec";
import { readStored, writeStored } from "./storage";

/** Where the choices are kept in localStorage. */
export const deskKey = "tuning-playground.choices";

const sentence = z.string().check(z.maxLength(400));
const choiceSchema = z.object({
  one: sentence,
  other: sentence,
  /** null: skipped. */
  chosen: z.nullable(z.enum(["one", "other"])),
  by: z.enum(["you", "reader"]),
});
const deskSchema = z.object({
  choices: z.array(choiceSchema).check(z.maxLength(preferenceLimits.clicks.max)),
  taste: z.nullable(z.enum(tasteIds)),
});
const storedSchema = z.object({ en: z.unknown(), zh: z.unknown() });

/** A pair of sentences, and what was said of it. */
export type Choice = Readonly<z.infer<typeof choiceSchema>>;

/** The choices in one language, in their order, and the taste that the simulated reader has. */
export interface Desk {
  readonly choices: readonly Choice[];
  readonly taste: TasteId | null;
}
type Desks = Readonly<Record<SentenceLanguageId, Desk>>;

export interface DeskStore {
  readonly desks: Desks;
  /** `made`: the desk that comes of the one there is by then, so that nothing chosen meanwhile is lost. */
  change(language: SentenceLanguageId, made: (desk: Desk) => Desk): void;
}

/** Nothing chosen yet. */
export const emptyDesk: Desk = { choices: [], taste: null };

/** Reads what was stored; a desk that is spoilt is empty, and the other one stays. */
export function parseDesks(stored: string | null): Desks {
  try {
    const { en, zh } = storedSchema.parse(JSON.parse(stored ?? "null"));
    return { en: deskOr(en, "en"), zh: deskOr(zh, "zh") };
  } catch {
    return { en: emptyDesk, zh: emptyDesk };
  }
}

function deskOr(stored: unknown, language: SentenceLanguageId): Desk {
  const read = deskSchema.safeParse(stored);
  return read.success && isWritten(read.data, language) ? read.data : emptyDesk;
}

/** Whether the model has all words of the sentences: it could not learn from others. */
function isWritten({ choices }: Desk, language: SentenceLanguageId): boolean {
  const known = new Set(wordsOf(sentenceLanguages[language]));
  return choices.every(({ one, other }) =>
    [...splitSentence(one), ...splitSentence(other)].every((word) => known.has(word)),
  );
}

/** A desk as a file of the learner's, and back; null where the file is none. */
export function writeDesk(language: SentenceLanguageId, desk: Desk): string {
  return JSON.stringify({ format: "tuning-playground/choices/1", language, ...desk });
}
export function readDesk(
  text: string,
): { readonly language: SentenceLanguageId; readonly desk: Desk } | null {
  try {
    const schema = z.extend(deskSchema, { language: z.enum(["en", "zh"]) });
    const { language, choices, taste } = schema.parse(JSON.parse(text));
    return isWritten({ choices, taste }, language) ? { language, desk: { choices, taste } } : null;
  } catch {
    return null;
  }
}

/** The choices of this browser, kept across reloads. */
export const useDesks = create<DeskStore>()((set, get) => ({
  desks: { en: emptyDesk, zh: emptyDesk },
  change(language, made) {
    const desks = { ...get().desks, [language]: made(get().desks[language]) };
    set({ desks });
    writeStored(deskKey, desks);
  },
}));
// After its start, so that a page drawn while building and its first drawing here agree.
useDesks.setState({ desks: parseDesks(readStored(deskKey)) });
// Another tab has changed the choices: without them, the next choice made here would overwrite them.
globalThis.addEventListener?.("storage", ({ key, newValue }) => {
  if (key === deskKey) useDesks.setState({ desks: parseDesks(newValue) });
});

/** Most choices of a desk: more would not be read again, neither from storage nor by a race. */
export const mostChoices = preferenceLimits.clicks.max;

/** The desk with more choices, as many of them as there is room for. */
export function withChoices(desk: Desk, more: readonly Choice[]): Desk {
  return { ...desk, choices: [...desk.choices, ...more].slice(0, mostChoices) };
}

/** The desk without its last choice, or without all that the simulated reader chose at once. */
export function withoutLast(desk: Desk): Desk {
  const { choices } = desk;
  const last = choices.at(-1);
  if (last?.by !== "reader") return { ...desk, choices: choices.slice(0, -1) };
  return { ...desk, choices: choices.slice(0, choices.findLastIndex(({ by }) => by !== "reader") + 1) };
}

/** What can be learned from: every pair that was not skipped. */
export function clicksOf({ choices }: Pick<Desk, "choices">): readonly Click[] {
  return choices.flatMap(({ one, other, chosen }): Click[] => {
    if (chosen === null) return [];
    return [chosen === "one" ? { better: one, worse: other } : { better: other, worse: one }];
  });
}

/** Fewer choices than this make no reward model. */
export const fewestClicks = 4;
