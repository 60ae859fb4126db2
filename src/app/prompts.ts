import { pageTrainer } from "../state/page-trainer";
import { promptStore } from "../state/prompt-experiment";
import { useSettings } from "../state/settings";

const newPrompt = () => promptStore(pageTrainer.connection(), () => useSettings.getState());

// In a file apart from the races: home, which comes first, needs none of this.

/** The experiment of the prompt lab. It outlives the page. */
export const labPrompt = newPrompt();

/** The experiment of all figures of the lessons that ask a frozen base. */
export const lessonPrompt = newPrompt();
