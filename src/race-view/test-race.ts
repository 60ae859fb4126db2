import { createElement, type ReactNode } from "react";
import { raceStore } from "../state/race";
import type { Race } from "../state/race-shape";
import { fakeTrainer } from "../state/test-trainer";
import { ExperimentProvider } from "./ExperimentProvider";

const newRace = (trainer: ReturnType<typeof fakeTrainer>) =>
  raceStore(trainer.connect, () => ({ backend: null, workers: null }));

let trainer = fakeTrainer();
let store = newRace(trainer);

/** A trainer that has been asked nothing, and a race on it. */
export function newTestRace(): void {
  trainer = fakeTrainer();
  store = newRace(trainer);
}

/** Gives the race to what is rendered inside. */
export function TestRace({ children }: { readonly children: ReactNode }) {
  return createElement(ExperimentProvider, { race: store, children });
}

/** The race as it is now. */
export const testRace = (): Race => store.getState();

/** The trainer behind the race. */
export const testTrainer = (): ReturnType<typeof fakeTrainer> => trainer;
