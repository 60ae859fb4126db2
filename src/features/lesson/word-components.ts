import { After } from "./After";
import { Answer, Check } from "./Check";
import { Code } from "./CodePane";
import { Break, Claim, Finish, Go, Measured, Source, Try, Why } from "./LessonWords";
import { MathSpan } from "./MathSpan";
import { Peft } from "./Peft";
import { Planted } from "./Planted";
import { Option, Predict } from "./Predict";
import { Term } from "./Term";

/** What the text of a lesson may use inside of a <Step>; who shows the text says what a <Step> is. */
export const wordComponents = {
  After,
  Answer,
  Break,
  Check,
  Claim,
  Code,
  Finish,
  Go,
  Measured,
  Option,
  Planted,
  Peft,
  Predict,
  Source,
  Term,
  Try,
  Why,
  span: MathSpan,
};
