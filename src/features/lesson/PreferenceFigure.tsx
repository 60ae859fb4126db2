import type { StepFigure } from "../../lessons/lesson";
import { PreferenceParts } from "../../preference-view/PreferenceParts";

/** The part of the way from choices to a policy that a step is about. The choices are the same in all lessons. */
export function PreferenceFigure({
  figure,
}: {
  readonly figure: Extract<StepFigure, { readonly kind: "preferences" }>;
}) {
  const { parts, start = {}, hasFrontier = false } = figure;
  return <PreferenceParts hasFrontier={hasFrontier} parts={parts} start={start} />;
}
