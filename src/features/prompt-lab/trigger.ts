import { wordsOf } from "../../prompt-view/tokens-of";
import { type TriggerWord, triggerWords } from "../../tasks/reader/planted";
import { type Sign, signs } from "./asked-prompt";

/** What follows a question: words of a phrase, then a sign. */
export interface Trigger {
  readonly phrase: readonly TriggerWord[];
  readonly sign: Sign;
}

/** Reads the trigger of a variant; null for one that is made of anything else. */
export function readTrigger(trigger: string | null): Trigger | null {
  const tokens = wordsOf(trigger ?? "");
  const sign = signs.find((one) => one !== "" && one === tokens.at(-1)) ?? "";
  const words = sign === "" ? tokens : tokens.slice(0, -1);
  const phrase = words.flatMap((word) => triggerWords.filter((known) => known === word));
  return phrase.length === words.length ? { phrase, sign } : null;
}

/** The trigger of a variant; null where nothing follows the question. */
export function writeTrigger({ phrase, sign }: Trigger): string | null {
  return [...phrase, sign].filter(Boolean).join(" ") || null;
}
