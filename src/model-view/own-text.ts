import type { Architecture } from "../counting/architecture";
import { countArchitecture } from "../counting/count";
import { CountingError } from "../counting/counting-error";
import { readConfig } from "../counting/read-config";

/** What a text is that should be a config.json. */
export type OwnText =
  | { readonly kind: "nothing" }
  | { readonly kind: "model"; readonly model: Architecture }
  | { readonly kind: "problem"; readonly error: CountingError };

export function readOwnText(text: string): OwnText {
  if (text.trim() === "") return { kind: "nothing" };
  try {
    const model = readConfig(text);
    // Sizes that do not go together are found out only here.
    countArchitecture(model, "full");
    return { kind: "model", model };
  } catch (error) {
    if (error instanceof CountingError) return { kind: "problem", error };
    throw error;
  }
}
