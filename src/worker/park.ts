import type { CheckpointSource } from "../training/load-base";
import type { BackendChoice, Parked } from "./api";
import type { ChosenEngine } from "./choose-backend";
import type { Open } from "./open";
import { openPictures, preparePictures } from "./open-pictures";
import { openPrompt, preparePrompt } from "./open-prompt";
import { openRace, prepareRace, type Workshop } from "./open-race";

/** Stops what is open and gives what is needed to go on with it; null for a race that has no snapshot. */
export async function parkOpen(opened: Open): Promise<Parked | null> {
  const wasPlaying = opened.runner.isPlaying;
  await opened.runner.rest();
  switch (opened.kind) {
    case "prompt": {
      const prompt = await opened.runner.call((running) => running.snapshot());
      return { prompt, backend: opened.runner.running.backend, wasPlaying };
    }
    case "pictures": {
      const pictures = await opened.runner.call((running) => running.snapshot());
      return { pictures, backend: opened.runner.running.backend, wasPlaying };
    }
    case "race": {
      const { spec, race } = await opened.runner.call((running) => running.snapshot());
      const { backend, workers } = opened.runner.running;
      return race && { spec, race, backend, workers, wasPlaying };
    }
    default:
      return opened satisfies never;
  }
}

/** Loads what something parked needs, on the same backend if that can still be had; gives how it is opened. */
export async function prepareParked(
  workshop: Workshop,
  checkpoints: CheckpointSource,
  parked: Parked,
): Promise<() => Promise<Open>> {
  const { backend } = parked;
  const again = <P extends { readonly chosen: ChosenEngine }>(prepared: P): P => {
    return { ...prepared, chosen: asBefore(backend, prepared.chosen) };
  };
  if ("prompt" in parked) {
    const prepared = again(await preparePrompt(workshop, parked.prompt, backend.name));
    return () => openPrompt(workshop, prepared);
  }
  if ("pictures" in parked) {
    const prepared = again(await preparePictures(workshop, checkpoints, parked.pictures, backend.name));
    return () => openPictures(workshop, prepared);
  }
  const { spec, race, workers } = parked;
  const prepared = again(await prepareRace(workshop, { spec, race }, backend.name, workers));
  return () => openRace(workshop, prepared);
}

/** A backend chosen for something parked, with the reason it was chosen for then, where it is the same. */
function asBefore(backend: BackendChoice, { engine, choice }: ChosenEngine): ChosenEngine {
  const isSame = choice.name === backend.name;
  return { engine, choice: isSame ? { ...choice, reason: backend.reason } : choice };
}
