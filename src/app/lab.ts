import { usualLab } from "../features/prompt-lab/usual-lab";
import { labStore, noMemory } from "../state/lab";
import { pageTrainer } from "../state/page-trainer";
import { promptStore } from "../state/prompt-experiment";
import { useSettings } from "../state/settings";

// In a file apart from the experiments of the lessons, which need nothing of the lab.

/** The experiment of the prompt lab. It outlives the page, as all that is typed there. */
export const labPrompt = promptStore(pageTrainer.connection(), () => useSettings.getState());
labPrompt.getState().configure(usualLab["thing-label"].spec);

/** What is composed in the lab. */
export const lab = labStore(labPrompt, usualLab);

/** The same in a frame of another page. */
export const frameLab = labStore(labPrompt, usualLab, noMemory);
