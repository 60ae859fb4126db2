import type { Part } from "./method";

/** A tensor that a method adds at a site, trains and keeps: named "<site>.<name>". */
export function trainedPart(site: string, name: string, shape: readonly number[]): Part {
  return { name: `${site}.${name}`, shape, site, trained: true, kept: true };
}
