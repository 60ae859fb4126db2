import * as tf from "@tensorflow/tfjs-core";
import type { Figure, PictureFigures } from "../claims/figures";
import { picturesOfRun } from "../claims/picture-of-run";
import { measuresOf, type PictureMeasure, type PictureRun } from "../claims/run";
import type { Engine } from "../engine/engine";
import { scoresOf, toAsked } from "../experiments/picture/asked";
import { loadPictures } from "../experiments/picture/picture-data";
import { PictureLaneRunning } from "../experiments/picture/picture-lane";
import { loadPictureBase } from "../experiments/picture/picture-materials";
import type { PictureAsk, PictureSpec } from "../experiments/picture/picture-spec";
import { mean } from "../lib/mean";
import { countParameters } from "../model/parameters";
import type { Subject } from "../model/subject";
import type { Model } from "../model/transformer";
import type { Style } from "../tasks/creatures/paint";
import { combineEdits } from "../training/combine-edits";
import { drawPictures } from "../training/draw-pictures";
import { toModel } from "../training/load-base";
import { scaleEdits } from "../training/scale-edits";
import { nodeCheckpoints } from "./node-files";
import { meanAndDeviation } from "./run-experiment";

/** Steps at which the first seed is measured, and on how many of its asks. */
const onTheWay = [0, 25, 50, 75, 100, 150, 200, 300];
const asksOnTheWay = 32;

type Taken = Readonly<Record<PictureMeasure, number>>;

/** Measures a run that draws over so many seeds, each with other pictures. */
export async function measurePictureRun(
  engine: Engine,
  run: PictureRun,
  seeds: number,
): Promise<Omit<PictureFigures, "made">> {
  const spec = picturesOfRun(run);
  const first = spec.experiments[0]!;
  const { base, params } = await loadPictureBase(first, nodeCheckpoints, () => {});
  const model = toModel(base.config, params);
  const all = Array.from({ length: seeds }, (_, i) => first.seed + i);
  const taken: Taken[] = [];
  let curve: PictureFigures["curve"] = [];
  for (const seed of all) {
    const { experiments } = picturesOfRun(run, seed);
    const trials: Taken[] = [];
    for (const experiment of experiments) {
      const trial = new Trial(engine, model, experiment);
      const withCurve = seed === first.seed && experiment === experiments[0];
      if (spec.isTrained) await trial.train(withCurve);
      const second = spec.mixedWith && (await trainedOn(engine, model, experiment, spec.mixedWith));
      const others = second ? [second] : [];
      trials.push(await trial.measure(spec.isTrained ? spec.strength : 0, others, spec.mixedWith ?? []));
      if (withCurve) curve = trial.curve;
      for (const each of [trial, ...others]) each.dispose();
    }
    taken.push(averageOf(trials));
  }
  tf.dispose(Object.values(model.params));
  const measures = measuresOf.picture.map((name) => [name, meanAndDeviation(taken.map((one) => one[name]))]);
  return {
    kind: "picture",
    spec,
    seeds: all,
    measures: Object.fromEntries(measures) as Readonly<Record<PictureMeasure, Figure>>,
    total: countParameters(base.config),
    curve,
  };
}

/** A method trained on the pictures of an experiment. */
class Trial {
  private readonly lane: PictureLaneRunning;
  private readonly places: readonly number[];
  readonly curve: PictureFigures["curve"][number][] = [];

  constructor(
    private readonly engine: Engine,
    private readonly base: Model,
    private readonly spec: PictureSpec,
  ) {
    const pictures = loadPictures(spec);
    this.places = pictures.places;
    this.lane = new PictureLaneRunning(engine, base, spec, spec.lanes[0]!, pictures);
  }

  async train(withCurve: boolean): Promise<void> {
    const asks = this.spec.asks.slice(0, asksOnTheWay);
    for (let step = 0; step <= this.spec.steps; step++) {
      if (withCurve && (onTheWay.includes(step) || step === this.spec.steps)) {
        const { match, attributes, iou, both } = (await this.scores(this.subject(1), asks)).scores;
        this.curve.push({ step, match, attributes, iou, both });
      }
      if (step < this.spec.steps) await this.lane.advance(step);
    }
  }

  /** Measured with the adapter at a strength, and with other adapters on, whose styles are looked for as well. */
  async measure(strength: number, others: readonly Trial[], styles: readonly Style[]): Promise<Taken> {
    const { spec } = this;
    const subject = this.subject(strength, others);
    const { scores, known } = await this.scores(subject, spec.asks, styles);
    const { kind } = spec.data;
    const plain = spec.asks.map(({ prompt }) => ({ prompt }));
    const without = kind === "outlines" ? (await this.scores(subject, plain)).scores : scores;
    const trained = this.lane.session.counts.trained;
    return { ...scores, known: (known ?? without).match, trained: strength === 0 ? 0 : trained };
  }

  dispose(): void {
    this.lane.session.dispose();
  }

  private subject(strength: number, others: readonly Trial[] = []): Subject {
    const { ops } = this.engine;
    const all = [this, ...others].map(({ lane }) => scaleEdits(lane.session.edits, strength, ops));
    return { ops, model: this.base, edits: combineEdits(all) };
  }

  private async scores(subject: Subject, asks: readonly PictureAsk[], styles: readonly Style[] = []) {
    const { data } = this.spec;
    const looked = data.kind === "style" ? { ...data, styles: [...data.styles, ...styles] } : data;
    const pictures = await drawPictures(subject, asks.map(toAsked));
    return scoresOf({ data: looked, asks }, this.places, pictures);
  }
}

/** The same experiment on pictures in another style. */
async function trainedOn(engine: Engine, base: Model, spec: PictureSpec, styles: readonly Style[]) {
  const { data } = spec;
  if (data.kind !== "style") throw new Error("only styles are mixed");
  const trial = new Trial(engine, base, { ...spec, data: { ...data, styles } });
  await trial.train(false);
  return trial;
}

function averageOf(trials: readonly Taken[]): Taken {
  const entries = measuresOf.picture.map((name) => [name, mean(trials.map((trial) => trial[name]))]);
  return Object.fromEntries(entries) as Taken;
}
