import { create } from "zustand";
import { pageTrainer } from "../../state/page-trainer";
import { raceStore } from "../../state/race";
import type { Race } from "../../state/race-shape";
import { useSettings } from "../../state/settings";

/** The race of all figures of the lessons. The one of the playground is left alone: the trainer that both share puts it aside. */
export const useLessonRace = create<Race>()(
  raceStore(pageTrainer.connection(), () => useSettings.getState()),
);
