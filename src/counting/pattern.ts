import { CountingError } from "./counting-error";

/** Whether a text is a regular expression and no plain name; "+" counts only behind a dot, as it joins names in lists. */
export function isPattern(text: string): boolean {
  return /[*^$()|\\[\]{}?]|\.\+/.test(text);
}

/** The regular expression for whole module paths; CountingError where the text is none. */
export function readPattern(text: string): RegExp {
  try {
    return new RegExp(`^(?:${text})$`);
  } catch {
    throw new CountingError("value", `"${text}" is no pattern`, [
      "ends of module names",
      String.raw`a regular expression for whole paths, such as .*\.q_proj`,
    ]);
  }
}

/** Names as they are written: a list ("query+value", "q, v", '["q", "v"]'), or one pattern. */
export function readNames(text: string): readonly string[] {
  const quoted = /^\[\s*(["'].*["'])\s*\]$/.exec(text)?.[1];
  if (quoted !== undefined)
    return Array.from(quoted.matchAll(/"([^"]*)"|'([^']*)'/g), ([, a, b]) => a ?? b ?? "");
  const bare = text.replace(/^\[([^[\]]*)\]$/, "$1");
  if (isPattern(bare)) return [bare];
  return bare.split(/[,+\s]+/).map((name) => name.replace(/^["']|["']$/g, ""));
}
