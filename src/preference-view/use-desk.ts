import { useMemo } from "react";
import { useLanguage } from "../i18n/use-language";
import { clicksOf, type Desk, useDesks } from "../state/preference-desk";
import { sentenceLanguages } from "../tasks/sentences/languages";
import { type Click, type LearnedReward, learnReward } from "../tasks/sentences/learned-reward";
import type { SentenceLanguage } from "../tasks/sentences/sentence-language";

/** The choices in the language of the page, and what follows from them at once. */
export interface DeskState {
  readonly language: SentenceLanguage;
  readonly desk: Desk;
  readonly clicks: readonly Click[];
  /** Whether some of the choices are those of the simulated reader: then there is somebody to ask for the gold reward. */
  readonly hasReader: boolean;
  /** `made`: the desk that comes of the one there is by then. */
  change(made: (desk: Desk) => Desk): void;
}

export function useDesk(): DeskState {
  const id = useLanguage();
  const desk = useDesks(({ desks }) => desks[id]);
  const change = useDesks((store) => store.change);
  return useMemo(
    () => ({
      language: sentenceLanguages[id],
      desk,
      clicks: clicksOf(desk),
      hasReader: desk.choices.some(({ by }) => by === "reader"),
      change: (made) => change(id, made),
    }),
    [id, desk, change],
  );
}

/** The reward model of these choices; fitted again after each of them, in a few milliseconds. */
export function useReward({ language, clicks }: Pick<DeskState, "language" | "clicks">): LearnedReward {
  return useMemo(() => learnReward(language, clicks), [language, clicks]);
}
