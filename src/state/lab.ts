import * as z from "zod/mini";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { LinkIssue } from "../experiments/link-parts";
import { writePromptLink } from "../experiments/prompt/prompt-link";
import type { PromptSpec } from "../experiments/prompt/prompt-spec";
import { mostTyped, readLabLink, writeLabLink } from "./lab-link";
import { type LabTask, labTaskOf, labTasks } from "./lab-tasks";
import { followAddress } from "./link-sync";
import type { PromptExperiment } from "./prompt-shape";
import { readStored, writeStored } from "./storage";

export const labPage = "/prompt-lab";
const storageKey = "tuning-playground.lab";

/** What is offered for each task before anything is chosen: an experiment, and a prompt to look at. */
export type UsualLab = Readonly<Record<LabTask, { readonly spec: PromptSpec; readonly prompt: string }>>;

/** What a person composes in the lab beside the experiment. */
export interface Lab {
  /** The composed prompt of each task, as it was typed. */
  readonly prompts: Readonly<Record<LabTask, string>>;
  /** What of a link was left out. */
  readonly linkIssues: readonly LinkIssue[];
  compose(task: LabTask, prompt: string): void;
  /** Asks another task, under the variants that were compared there before. */
  chooseTask(task: LabTask): void;
  followLink(query: string): void;
  dismissLinkIssues(): void;
  /** Takes up the prompts that were composed before the page was loaded, the first time it is called. */
  restore(): void;
}

type Typed = Readonly<Partial<Record<LabTask, string>>>;
const stored = z.partialRecord(z.enum(labTasks), z.string().check(z.maxLength(mostTyped)));

/** Where the prompts that a person typed are kept from one visit to the next. */
export interface LabMemory {
  read(): string | null;
  write(typed: Typed): void;
}

const browserMemory: LabMemory = {
  read: () => readStored(storageKey),
  write: (typed) => writeStored(storageKey, typed),
};
/** A frame in another page shows what its address says, and leaves the reader's own prompts alone. */
export const noMemory: LabMemory = { read: () => null, write: () => {} };

/** The store of the lab, for the experiment that it configures. */
export function labStore(
  experiment: StoreApi<PromptExperiment>,
  usual: UsualLab,
  memory: LabMemory = browserMemory,
): StoreApi<Lab> {
  const specs = new Map<LabTask, PromptSpec>();
  /** What of the prompts is the person's, not that of a link or of the page. */
  let typed: Typed = {};
  let isRestored = false;
  return createStore<Lab>()((set, get) => ({
    prompts: { "thing-label": usual["thing-label"].prompt, chain: usual.chain.prompt, sum: usual.sum.prompt },
    linkIssues: [],
    compose(task, prompt) {
      const text = prompt.slice(0, mostTyped);
      typed = { ...typed, [task]: text };
      memory.write(typed);
      set({ prompts: { ...get().prompts, [task]: text } });
    },
    chooseTask(task) {
      const { draft, configure } = experiment.getState();
      specs.set(labTaskOf(draft.task.id), draft);
      configure(specs.get(task) ?? usual[task].spec);
    },
    followLink(query) {
      const { spec, task, prompt, issues } = readLabLink(query);
      experiment.getState().followLink(writePromptLink(spec));
      // A link shows its prompt, and does not take the place of what the person typed on another visit.
      const prompts = prompt === null ? get().prompts : { ...get().prompts, [task]: prompt };
      set({ prompts, linkIssues: issues });
    },
    dismissLinkIssues: () => set({ linkIssues: [] }),
    restore() {
      if (isRestored) return;
      isRestored = true;
      const read = stored.safeParse(parsed(memory.read()));
      if (!read.success) return;
      typed = { ...read.data, ...typed };
      set({ prompts: { ...get().prompts, ...typed } });
    },
  }));
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "{}");
  } catch {
    return {};
  }
}

/** The place of what the lab shows: "/prompt-lab?v=1&kind=prompt&…". */
export function labPlace(lab: Pick<Lab, "prompts">, spec: PromptSpec): string {
  return `${labPage}?${writeLabLink({ spec, prompt: lab.prompts[labTaskOf(spec.task.id)] })}`;
}

/** Keeps the lab and its address alike while it is open. Returns the end of it. */
export function followLabAddress(lab: StoreApi<Lab>, experiment: StoreApi<PromptExperiment>): () => void {
  return followAddress({
    page: labPage,
    place: () => labPlace(lab.getState(), experiment.getState().draft),
    follow: (query) => lab.getState().followLink(query),
    subscribe(changed) {
      const ends = [
        lab.subscribe((now, former) => now.prompts !== former.prompts && changed()),
        experiment.subscribe((now, former) => now.draft !== former.draft && changed()),
      ];
      return () => {
        for (const end of ends) end();
      };
    },
  });
}
