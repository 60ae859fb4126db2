import { createContext, useContext } from "react";
import type { Curve } from "./curve";
import type { Point } from "./down-sample";

/** Letters of the names at the line ends, in pixels, as charts.css has it. */
export const nameSize = 12;

/** What changes while a race runs, handed to the layers of a loss chart past the axes, which stay as they are. */
export interface LossPicture {
  readonly curves: readonly Curve[];
  /** The points of each curve that are drawn. */
  readonly drawn: readonly (readonly Point[])[];
  readonly isTraining: boolean;
  readonly step: number;
  readonly steps: number;
  readonly isNarrow: boolean;
  /** Where the room for names ends, in pixels. */
  readonly right: number;
  /** The measured step nearest to the pointer. */
  readonly pointed: number | null;
}

export const LossPictureContext = createContext<LossPicture | null>(null);

/** Throws outside of a loss chart. */
export function useLossPicture(): LossPicture {
  const picture = useContext(LossPictureContext);
  if (!picture) throw new Error("a layer of a loss chart stands outside of one");
  return picture;
}
