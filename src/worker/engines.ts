import type { Base } from "../bases/base";
import type { BackendName } from "../engine/engine";
import { type ChosenEngine, chooseBackend, fallBack } from "./choose-backend";
import type { TrainerSources } from "./sources";

/** The backend that was asked for (null: the fastest), and the share of the lanes that one worker would train on wasm. */
export interface Wishes {
  readonly backend: BackendName | null;
  readonly wasmShare: number;
}

/** The backends of this worker. Each is chosen once for a request and a base, on which it is timed. */
export class Engines {
  private readonly chosen = new Map<string, Promise<ChosenEngine>>();

  constructor(private readonly sources: Pick<TrainerSources, "engine" | "choose" | "replace">) {}

  choose(base: Pick<Base, "id" | "config">, { backend, wasmShare }: Wishes): Promise<ChosenEngine> {
    const key = `${backend ?? `auto ${wasmShare}`}/${base.id}`;
    const known = this.chosen.get(key);
    if (known) return known;
    const choose = this.sources.choose ?? chooseBackend;
    const started = choose(backend, this.sources.engine, base.config, wasmShare);
    this.chosen.set(key, started);
    // Neither a failed start nor a lost device is remembered, so that trying again can work.
    const forget = (): void => {
      if (this.chosen.get(key) === started) this.chosen.delete(key);
    };
    started.then(({ engine }) => engine.lost?.then(forget), forget);
    return started;
  }

  /** Another backend after a device was lost. Earlier choices are forgotten and made again on request. */
  replace(): Promise<ChosenEngine> {
    this.chosen.clear();
    return (this.sources.replace ?? fallBack)(this.sources.engine, "lost");
  }
}
