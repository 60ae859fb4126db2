import { pageTrainer } from "../state/page-trainer";
import { raceStore } from "../state/race";
import { useSettings } from "../state/settings";

// In a file apart from the other races: home, which comes first, needs none of this.

/** The race that follows a reader's choices, on its page and in the lessons: both go on from the same choices. */
export const preferenceRace = raceStore(pageTrainer.connection(), () => useSettings.getState());
