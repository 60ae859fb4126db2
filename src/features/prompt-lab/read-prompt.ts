import { wordsOf } from "../../prompt-view/tokens-of";
import { readerContext, readerTokenizer } from "../../tasks/reader/vocabulary";

/** Most tokens of a prompt: one position is left to write in. */
export const mostTokens = readerContext - 1;

/** Why a prompt cannot be read. */
export type PromptProblem =
  | { readonly kind: "empty" }
  | { readonly kind: "unknown"; readonly words: readonly string[] }
  /** `over`: how many tokens are too many. */
  | { readonly kind: "too-long"; readonly over: number };

/** What is wrong with a prompt; null where a reader can read it. */
export function problemOf(text: string): PromptProblem | null {
  const tokens = wordsOf(text);
  if (tokens.length === 0) return { kind: "empty" };
  const words = [...new Set(readerTokenizer.encode(text).unknown)];
  if (words.length > 0) return { kind: "unknown", words };
  return tokens.length > mostTokens ? { kind: "too-long", over: tokens.length - mostTokens } : null;
}
