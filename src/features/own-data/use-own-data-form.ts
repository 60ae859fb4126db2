import { useState } from "react";
import { useRaceStore } from "../../race-view/use-race";
import { chooseOwnData, ownDataOf, sameRace } from "../../state/draft";
import { type KeptData, useOwnData } from "../../state/own-data";
import type { OwnTaskId } from "../../tasks/own/own-task-ids";
import { ownDataLimits } from "../../tasks/own/place";
import { decodeText } from "./decode-text";
import type { Template } from "./templates";
import { type Reading, usePrepared } from "./use-prepared";

/** What was last done with a file or with the browser's storage, and is worth a sentence. */
export type Said = "gb18030" | "not-text" | "too-big" | "not-kept" | "training";

/** The form in which a learner brings data: its fields, what is made of them, and what its buttons do. */
export function useOwnDataForm() {
  const race = useRaceStore();
  const [text, setText] = useState("");
  const [name, setName] = useState("");
  const [asked, askFor] = useState<OwnTaskId | null>(null);
  const [isLenient, setLenient] = useState(false);
  const [said, say] = useState<Said | null>(null);
  const reading = usePrepared(text, asked, isLenient);

  const write = (next: string): void => {
    setText(next);
    say(null);
  };
  const take = async (file: File): Promise<void> => {
    if (file.size > ownDataLimits.file) return say("too-big");
    const bytes = await file.arrayBuffer().catch(() => null);
    const decoded = bytes && decodeText(new Uint8Array(bytes));
    if (!decoded) return say("not-text");
    askFor(null);
    setText(decoded.text);
    setName(file.name.replace(/\.[^.]*$/, ""));
    say(decoded.encoding === "gb18030" ? "gb18030" : null);
  };
  const start = ({ task, text: content }: Template, title: string): void => {
    askFor(task);
    write(content);
    setName(title);
  };
  /** Makes data the task of the race. A race that has failed for want of them is opened again. */
  const choose = ({ task, hash }: KeptData): void => {
    const { draft, phase, configure, open } = race.getState();
    const { draft: chosen } = chooseOwnData(draft, task, hash);
    // A link whose data have just come keeps its own steps and lanes.
    if (ownDataOf(draft) === hash || sameRace(chosen, draft)) {
      if (phase === "failed") void open();
    } else configure(chosen);
    say("training");
  };
  const train = async ({ task, prepared }: Reading, otherwise: string): Promise<void> => {
    try {
      choose(await useOwnData.getState().keep(task, name.trim() || otherwise, prepared.pairs));
    } catch {
      say("not-kept");
    }
  };
  return {
    text,
    write,
    name,
    setName,
    asked,
    askFor,
    isLenient,
    setLenient,
    said,
    reading,
    take,
    start,
    choose,
    train,
  };
}

export type OwnDataForm = ReturnType<typeof useOwnDataForm>;
