import { createContext, type ReactNode, use } from "react";
import type { StoreApi } from "zustand";
import { ExperimentProvider } from "../race-view/ExperimentProvider";
import type { Race } from "../state/race-shape";

const PreferenceContext = createContext<StoreApi<Race> | null>(null);

/** Says which race follows the reader's choices in the figures inside: a lesson has another race beside it. */
export function PreferenceProvider({
  race,
  children,
}: {
  readonly race: StoreApi<Race>;
  readonly children: ReactNode;
}) {
  return <PreferenceContext value={race}>{children}</PreferenceContext>;
}

/** Makes that race the one that is shown inside. */
export function PreferenceRaceShown({ children }: { readonly children: ReactNode }) {
  const race = use(PreferenceContext);
  if (!race) throw new Error("what shows a reader's choices needs a PreferenceProvider around it");
  return <ExperimentProvider race={race}>{children}</ExperimentProvider>;
}
