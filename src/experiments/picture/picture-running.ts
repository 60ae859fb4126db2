import * as tf from "@tensorflow/tfjs-core";
import type { Engine } from "../../engine/engine";
import { countParameters } from "../../model/parameters";
import type { Model } from "../../model/transformer";
import { drawPictures } from "../../training/draw-pictures";
import { toModel } from "../../training/load-base";
import type { Snapshot } from "../../training/snapshot";
import type { ReportDetail, Running } from "../kind";
import { scoresOf, toAsked } from "./asked";
import { drawOnRequest } from "./draw-on-request";
import type { DrawRequest, DrawResult } from "./draw-request";
import { type LoadedPictures, loadPictures } from "./picture-data";
import { PictureLaneRunning } from "./picture-lane";
import type { PictureMaterials } from "./picture-materials";
import type { PictureEvent, PictureInfo } from "./picture-progress";
import type { PictureSpec } from "./picture-spec";

/** A picture experiment as plain data: what was asked for, and where its lanes are. */
export interface PictureState {
  readonly spec: PictureSpec;
  readonly step: number;
  /** By lane; null at the start. */
  readonly lanes: readonly Snapshot[] | null;
}

/** No step taken yet. */
export function pictureStart(spec: PictureSpec): PictureState {
  return { spec, step: 0, lanes: null };
}

/** About so many times during a run, every lane draws what is asked for. */
const galleries = 8;

/** Methods that tune a base which draws, a step of every lane at a time. */
export class PictureRunning implements Running<PictureInfo, PictureState> {
  private readonly spec: PictureSpec;
  private readonly base: Model;
  private readonly pictures: LoadedPictures;
  private readonly lanes: readonly PictureLaneRunning[];
  private steps: number;
  /** The step of the last gallery; −1 before the first. */
  private drawnAt = -1;
  private isDisposed = false;
  private isBusy = false;
  saved: PictureState;

  /** Throws MethodMisfitError or OptionError for a lane that cannot be. */
  constructor(
    private readonly engine: Engine,
    private readonly materials: PictureMaterials,
    { spec, step, lanes }: PictureState,
    private readonly send: (event: PictureEvent) => void,
  ) {
    this.spec = spec;
    this.base = toModel(materials.base.config, materials.params);
    this.pictures = loadPictures(spec);
    this.lanes = spec.lanes.map(
      (lane) => new PictureLaneRunning(engine, this.base, spec, lane, this.pictures),
    );
    lanes?.forEach((snapshot, i) => {
      this.lanes[i]?.session.restore(snapshot);
    });
    this.steps = step;
    this.saved = { spec, step, lanes };
  }

  get step(): number {
    return this.steps;
  }

  get isFinished(): boolean {
    return this.steps >= this.spec.steps || this.lanes.every(({ isBroken }) => isBroken);
  }

  get start(): PictureState {
    return pictureStart(this.spec);
  }

  async info(): Promise<PictureInfo> {
    const { base, card } = this.materials;
    return {
      spec: this.spec,
      card,
      total: countParameters(base.config),
      trained: this.lanes.map(({ session }) => session.counts.trained),
      examples: this.pictures.shown,
    };
  }

  async advance(): Promise<void> {
    await this.busy(async () => {
      for (const lane of this.lanes) if (!lane.isBroken) await lane.advance(this.steps);
      this.steps++;
      const every = Math.max(1, Math.round(this.spec.steps / galleries));
      if (this.steps % every === 0 || this.isFinished) await this.drawAll();
    });
  }

  async report(detail: ReportDetail): Promise<void> {
    this.lanes.forEach((lane, position) => {
      const losses = lane.takeLosses();
      if (losses.steps.length > 0 && !this.isDisposed)
        this.send({ kind: "flow-losses", lane: position, ...losses });
    });
    if (detail === "full" && this.drawnAt !== this.steps) await this.busy(() => this.drawAll());
  }

  /** Draws what is asked for, with the base or with adapters on it. Throws what `settle` has words for. */
  async draw(request: DrawRequest): Promise<DrawResult> {
    const lanes = this.lanes.map(({ session }) => session.edits);
    return drawOnRequest(this.engine, this.base, lanes, request);
  }

  /** The adapter of a lane as a safetensors file. */
  save(lane: number): Promise<Uint8Array> {
    const found = this.lanes[lane];
    if (!found) throw new RangeError(`there is no lane ${lane}`);
    return found.session.save({ base: this.spec.base });
  }

  async snapshot(): Promise<PictureState> {
    const lanes = await Promise.all(this.lanes.map(({ session }) => session.snapshot()));
    this.saved = { spec: this.spec, step: this.steps, lanes };
    return this.saved;
  }

  dispose(): void {
    this.isDisposed = true;
    if (!this.isBusy) this.free();
  }

  private async drawAll(): Promise<void> {
    const asked = this.spec.asks.map(toAsked);
    const { steps: step } = this;
    this.drawnAt = step;
    for (const [position, { session }] of this.lanes.entries()) {
      if (this.isDisposed) return;
      const pictures = await drawPictures(session.subject, asked);
      if (this.isDisposed) return;
      const scores = scoresOf(this.spec, this.pictures.places, pictures);
      this.send({ kind: "gallery", lane: position, gallery: { step, pictures, ...scores } });
    }
    await this.snapshot();
  }

  /** Work that must be over before the tensors are freed. */
  private async busy(work: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    try {
      await work();
    } catch (error) {
      if (!this.isDisposed) throw error;
    } finally {
      this.isBusy = false;
      if (this.isDisposed) this.free();
    }
  }

  private free(): void {
    for (const { session } of this.lanes) session.dispose();
    tf.dispose(Object.values(this.base.params));
  }
}
