import type { Sign } from "./asked-prompt";

/** The words of a sign: `lab:signs.<name>`. */
export const signNames = { "=": "direct", ":": "steps", "": "none" } as const satisfies Readonly<
  Record<Sign, string>
>;
