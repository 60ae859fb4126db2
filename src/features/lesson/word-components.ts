import { Code } from "./CodePane";
import { Break, Claim, Finish, Go, Measured, Source, Try, Why } from "./LessonWords";
import { MathSpan } from "./MathSpan";
import { Option, Predict } from "./Predict";

/** What the text of a lesson may use inside of a <Step>; who shows the text says what a <Step> is. */
export const wordComponents = {
  Break,
  Claim,
  Code,
  Finish,
  Go,
  Measured,
  Option,
  Predict,
  Source,
  Try,
  Why,
  span: MathSpan,
};
