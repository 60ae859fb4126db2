import { SharedTrainer } from "./shared-trainer";
import { connectWorker } from "./trainer";

/** The trainer of this page, shared by the playground and the lessons. */
export const pageTrainer = new SharedTrainer(connectWorker);
