import type { LinkIssue } from "../experiments/link-parts";
import { readPromptLink, writePromptLink } from "../experiments/prompt/prompt-link";
import type { PromptSpec } from "../experiments/prompt/prompt-spec";
import { type LabTask, labTasks } from "./lab-tasks";

/** Characters of a composed prompt that are kept: many more than fit into the context of a reader. */
export const mostTyped = 2000;
/** Characters of a part that is named in a message. */
const mostShown = 48;

/** What the prompt lab shows: an experiment, and the prompt that is looked at. */
export interface LabState {
  readonly spec: PromptSpec;
  /** The composed prompt as it was typed; null where a link says nothing of it. */
  readonly prompt: string | null;
}

/** What a link to the lab says. */
export interface LabReading extends LabState {
  readonly task: LabTask;
  readonly issues: readonly LinkIssue[];
}

/** The lab as a query: that of the experiment, and "prompt=whale+big+key". */
export function writeLabLink({ spec, prompt }: LabState): string {
  const link = writePromptLink(spec);
  if (prompt === null) return link;
  const text = prompt.slice(0, mostTyped).replaceAll(/\p{Surrogate}/gu, "\ufffd");
  return `${link}&prompt=${encodeURIComponent(text).replaceAll("%20", "+")}`;
}

/** Reads such a query, which may come from anyone: every part that is right is kept, every other is reported. */
export function readLabLink(query: string): LabReading {
  const parts = query.split("&");
  const prompts = parts.filter((part) => part.startsWith("prompt="));
  const named = parts.filter((part) => part.startsWith("task="));
  const task = labTasks.find((id) => named[0] === `task=${id}`) ?? labTasks[0];
  const rest = parts.filter((part) => !prompts.includes(part) && part !== named[0]);
  const { spec, issues } = readPromptLink([...rest, `task=${task}`].join("&"));

  const noted = issues.filter(({ part }) => part !== `task=${task}`);
  const note = (part: string, reason: LinkIssue["reason"], limit = ""): void => {
    noted.push({ part: part.slice(0, mostShown), reason, limit });
  };
  const prompt = prompts[0] === undefined ? null : decode(prompts[0].slice("prompt=".length));
  if (prompt === undefined) note(prompts[0]!, "malformed");
  for (const part of [...prompts.slice(1), ...named.slice(1)]) note(part, "twice");
  if (named[0] !== undefined && named[0] !== `task=${task}`)
    note(named[0], "not-a-choice", labTasks.join(", "));
  return { spec, task, prompt: prompt?.slice(0, mostTyped) ?? null, issues: noted };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}
