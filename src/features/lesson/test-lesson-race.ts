import { create, type StoreApi, type UseBoundStore } from "zustand";
import { raceStore } from "../../state/race";
import type { Race } from "../../state/race-shape";
import { fakeTrainer } from "../../state/test-trainer";

let trainer = fakeTrainer();
let store: UseBoundStore<StoreApi<Race>>;

/** A trainer that has been asked nothing, and a race of its own. */
export function newLessonRace(): void {
  trainer = fakeTrainer();
  store = create<Race>()(raceStore(trainer.connect, () => ({ backend: null, workers: null })));
}

/** What lesson-race.ts gives, on the fake trainer: put in its place with vi.mock. */
export const useLessonRace = Object.assign(<T>(part: (race: Race) => T): T => store(part), {
  getState: (): Race => store.getState(),
});

/** The trainer behind the race. */
export const lessonTrainer = (): ReturnType<typeof fakeTrainer> => trainer;
