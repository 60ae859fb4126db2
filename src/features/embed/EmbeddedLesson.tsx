import type { ReactNode } from "react";
import { usePromptStore } from "../../prompt-view/use-prompt";
import { readEmbedView } from "../../race-view/embed-query";
import { useRaceStore } from "../../race-view/use-race";
import { useAddressQuery } from "../../state/address-query";
import { EmbedFrame } from "./EmbedFrame";
import styles from "./EmbedFrame.module.css";
import { promptResult, raceResult } from "./embed-messages";
import { useParentPage } from "./use-parent-page";

export interface EmbeddedLessonProps {
  /** Draws a step of a lesson. */
  readonly children: (step: EmbeddedStep) => ReactNode;
}

/** The step that the address names: "id=lora&step=zero&answer=shown". */
export interface EmbeddedStep {
  readonly id: string;
  readonly step: string;
  readonly isAnswerShown: boolean;
}

/** A step of a lesson, words and figure, without the lesson around it. */
export function EmbeddedLesson({ children }: EmbeddedLessonProps) {
  const [query] = useAddressQuery("/embed/lesson");
  // A step has the one or the other, and only that is open.
  useParentPage(useRaceStore(), raceResult);
  useParentPage(usePromptStore(), promptResult);
  const { hide, theme, rest } = readEmbedView(query);
  const asked = new URLSearchParams(rest);
  const id = asked.get("id") ?? "";
  const step = asked.get("step") ?? "";
  return (
    <EmbedFrame place={`/lessons/${id}/${step}`} theme={theme}>
      <div className={styles.lesson} data-hide={hide.join(" ")}>
        {children({ id, step, isAnswerShown: asked.get("answer") === "shown" })}
      </div>
    </EmbedFrame>
  );
}
