import type { Claim, LessonClaims } from "./claim";
import type { LessonFigures } from "./figures";

/**
 * The command that measures again what a claim rests on, with as many seeds as any of its runs has:
 * "npm run claims -- --lesson lora --run lora --run full --again --seeds 5". Where each seed has its own base, these are to
 * be pretrained first, into a folder for each seed: "npm run pretrain reader-micro -- --seed 2 --folder PATH/2".
 */
export function claimCommand(
  { lesson }: LessonClaims,
  { left, right }: Claim,
  figures: LessonFigures | null,
): string {
  const names = new Set([...left, right].flatMap((term) => ("run" in term ? [term.run] : [])));
  const runs = [...names].map((name) => `--run ${name}`).join(" ");
  const seeds = Math.max(...[...names].map((name) => figures?.runs[name]?.seeds.length ?? 0));
  const isPretrained = [...names].some((name) => figures?.runs[name]?.seedOf === "pretraining");
  const ended = `${seeds > 0 ? ` --seeds ${seeds}` : ""}${isPretrained ? " --readers PATH" : ""}`;
  return `npm run claims -- --lesson ${lesson} ${runs} --again${ended}`;
}
