import type { lessons } from "../../lessons/index";

/** A way to make a model do a task; its words are `guide:ways.<id>`. */
interface Way {
  readonly id: "prompt" | "examples" | "instructions" | "adapter" | "full";
  /** Where it is tried out. */
  readonly lesson: (typeof lessons)[number]["id"];
}

/** From the least effort to the most. */
export const ways: readonly Way[] = [
  { id: "prompt", lesson: "write-instruction" },
  { id: "examples", lesson: "in-context" },
  { id: "instructions", lesson: "flan" },
  { id: "adapter", lesson: "lora" },
  { id: "full", lesson: "full-fine-tuning" },
];
