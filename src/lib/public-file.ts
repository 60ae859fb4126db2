/// <reference path="./virtual-modules.d.ts" />
import { names } from "virtual:public-files";

/**
 * The address of a file of public/ in this build, relative to the site's root: "runs/sweep.json" ->
 * "./runs/sweep.1f3a….json". The dev server knows it by its own name.
 */
export function publicFile(path: string): string {
  return `./${names[path] ?? path}`;
}
