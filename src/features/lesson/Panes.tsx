import type { Pane } from "../../lessons/lesson";
import { BlockPane } from "./BlockPane";
import { CubePane } from "./CubePane";
import { ExamplePane } from "./ExamplePane";
import { KnownPane } from "./KnownPane";
import { MemoryPane } from "./MemoryPane";
import { NearestPane } from "./NearestPane";
import type { PaneProps } from "./pane-props";
import { QuestionsPane } from "./QuestionsPane";
import { TwoByTwoPane } from "./TwoByTwoPane";

/** What a step shows beneath its curves. The lanes themselves are always there. */
export function PaneOf({ pane, ...rest }: PaneProps & { readonly pane: Pane }) {
  switch (pane) {
    case "questions":
      return <QuestionsPane {...rest} />;
    case "known":
      return <KnownPane {...rest} />;
    case "block":
      return <BlockPane {...rest} />;
    case "memory":
      return <MemoryPane {...rest} />;
    case "cube":
      return <CubePane {...rest} />;
    case "example":
      return <ExamplePane {...rest} />;
    case "nearest":
      return <NearestPane {...rest} />;
    case "two-by-two":
      return <TwoByTwoPane {...rest} />;
    default:
      return pane satisfies never;
  }
}
