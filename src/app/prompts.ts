import { pageTrainer } from "../state/page-trainer";
import { promptStore } from "../state/prompt-experiment";
import { useSettings } from "../state/settings";

// In a file apart from the races: home, which comes first, needs none of this.

/** The experiment of all figures of the lessons that ask a frozen base. */
export const lessonPrompt = promptStore(pageTrainer.connection(), () => useSettings.getState());
