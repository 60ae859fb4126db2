import { Inspect } from "../features/inspect/Inspect";
import { Playground } from "../features/playground/Playground";

/** The one page of two features: the playground, and below it the tools that take its lanes apart. */
export function PlaygroundPage() {
  return (
    <Playground>
      <Inspect />
    </Playground>
  );
}
