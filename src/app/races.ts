import { pageTrainer } from "../state/page-trainer";
import { raceStore } from "../state/race";
import { useSettings } from "../state/settings";

const newRace = () => raceStore(pageTrainer.connection(), () => useSettings.getState());

/** The race of Home and the playground. It outlives the pages that show it. */
export const playgroundRace = newRace();

/** The race of all figures of the lessons. While one of the two is shown, the trainer puts the other aside. */
export const lessonRace = newRace();
