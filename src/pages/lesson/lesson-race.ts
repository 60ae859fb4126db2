import { create } from "zustand";
import { raceStore } from "../../state/race";
import type { Race } from "../../state/race-shape";
import { useSettings } from "../../state/settings";
import { connectWorker } from "../../state/trainer";

/** The engine of all figures of the lessons: a race of its own, so that the one in the playground is left alone. */
export const useLessonRace = create<Race>()(raceStore(connectWorker, () => useSettings.getState()));
