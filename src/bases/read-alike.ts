import type { Base } from "./base";

/** Whether two bases read the same prompts, so that one experiment can ask both. */
export function readAlike({ family, config }: Base, other: Base): boolean {
  const { kind, context, vocabulary } = other.config;
  return (
    family === other.family &&
    config.kind === kind &&
    config.context === context &&
    config.vocabulary === vocabulary
  );
}
