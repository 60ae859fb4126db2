import { creaturesBase } from "../bases/creatures";
import type { BackendName } from "../engine/engine";
import { loadPictureBase, type PictureMaterials } from "../experiments/picture/picture-materials";
import type { PictureInfo } from "../experiments/picture/picture-progress";
import { PictureRunning, type PictureState } from "../experiments/picture/picture-running";
import type { CheckpointSource } from "../training/load-base";
import type { ChosenEngine } from "./choose-backend";
import type { Workshop } from "./open-race";
import { Runner } from "./runner";
import type { HostedRunning } from "./running";

export type PicturesRunner = Runner<
  PictureInfo,
  PictureState,
  PictureRunning & HostedRunning<PictureInfo, PictureState>
>;

/** A picture experiment that is ready to replace what runs now. */
export interface PreparedPictures {
  readonly materials: PictureMaterials;
  readonly chosen: ChosenEngine;
  readonly state: PictureState;
}

/** Loads the base that draws and chooses a backend; null: the fastest. Throws what `settle` has words for. */
export async function preparePictures(
  { engines, send }: Workshop,
  checkpoints: CheckpointSource,
  state: PictureState,
  backend: BackendName | null,
): Promise<PreparedPictures> {
  send({ kind: "loading", what: "base", share: 0 });
  const materials = await loadPictureBase(state.spec, checkpoints, (share) =>
    send({ kind: "loading", what: "base", share }),
  );
  send({ kind: "loading", what: "engine", share: 0 });
  const chosen = await engines.choose(creaturesBase, { backend, wasmShare: 1 });
  send({ kind: "loading", what: "engine", share: 1 });
  return { materials, chosen, state };
}

/** Makes a picture experiment that was prepared: it runs in this worker alone. */
export async function openPictures(
  { engines, send, inTurn }: Workshop,
  { materials, chosen, state }: PreparedPictures,
): Promise<{ readonly kind: "pictures"; readonly runner: PicturesRunner }> {
  const make = async ({ engine, choice }: ChosenEngine, from: PictureState) =>
    Object.assign(new PictureRunning(engine, materials, from, send), { backend: { ...choice, workers: 1 } });
  const runner: PicturesRunner = await Runner.open(
    { make, replace: () => engines.replace(), send, inTurn },
    chosen,
    state,
  );
  return { kind: "pictures", runner };
}
