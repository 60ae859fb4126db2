import type { Domain, Scale } from "./axis";
import type { Curve } from "./curve";
import type { Point } from "./down-sample";

/** A dot of a scatter plot. Name and look are given: a chart knows no method. */
export interface Dot extends Point {
  readonly key: string;
  /** Written beside it where there is room. */
  readonly name: string;
  /** A CSS colour. */
  readonly color: string;
  readonly marker: Curve["marker"];
  /** filled: has come to its end. hollow: on its way. faint: of an earlier race. stopped: broke off. */
  readonly look: "filled" | "hollow" | "faint" | "stopped";
  /** y is uncertain by so much to either side; null where that is not known. */
  readonly spread: number | null;
  /** Where it came from, oldest first. */
  readonly trail: readonly Point[];
  /** What is said of it when it is pointed at, a line each. */
  readonly facts: readonly string[];
}

export interface ScatterAxis {
  readonly label: string;
  readonly domain: Domain;
  readonly scale: Scale;
  readonly ticks: readonly number[];
  readonly format: (value: number) => string;
}
