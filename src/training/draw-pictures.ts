import * as tf from "@tensorflow/tfjs-core";
import { createRandom } from "../lib/random";
import { velocity } from "../model/picture";
import type { Subject } from "../model/subject";
import { fromPatches } from "../tasks/creatures/patches";
import { channels } from "../tasks/creatures/places";
import { anything, type PictureAsked, patchValues, pictureInputs } from "./picture-batch";

/** How pictures are drawn. */
export interface DrawingSettings {
  /** Steps from noise to picture. */
  readonly steps: number;
  /** How far the words are followed: 1 as they are, more is beyond them (Ho & Salimans 2022). */
  readonly guidance: number;
  /** Of the noise: same seed, same noise for each picture in turn. */
  readonly seed: number;
}

export const usualDrawing: DrawingSettings = { steps: 12, guidance: 2, seed: 1 };

/**
 * Draws a picture for each thing asked for: Euler steps along the velocity, from noise at t = 0 to a picture at t = 1. With
 * guidance g the velocity is u + g · (v − u), where u is that without words. Gives 12 × 12 pixels of red, green and blue,
 * −1 to 1. `onStep` sees them on the way.
 */
export async function drawPictures(
  subject: Subject,
  asked: readonly PictureAsked[],
  { steps, guidance, seed }: DrawingSettings = usualDrawing,
  onStep?: (pictures: readonly Float32Array[], step: number) => void,
): Promise<readonly Float32Array[]> {
  const states = asked.map((_, i) => noiseOf(seed, i));
  // Without words, but under the same outline.
  const unasked =
    guidance === 1 ? [] : asked.map(({ outline }) => ({ ...anything, ...(outline && { outline }) }));
  for (let step = 0; step < steps; step++) {
    const all = [...asked, ...unasked];
    const noisy = all.map((_, i) => states[i % asked.length]!);
    const found = await velocities(subject, all, noisy, step / steps);
    states.forEach((state, i) => {
      const [own, free] = [i * patchValues, (asked.length + i) * patchValues];
      for (let at = 0; at < patchValues; at++) {
        const v = found[own + at]!;
        const u = guidance === 1 ? v : found[free + at]!;
        state[at]! += (u + guidance * (v - u)) / steps;
      }
    });
    onStep?.(states.map(finished), step + 1);
  }
  return states.map(finished);
}

/** Starting noise of the picture at a position. */
function noiseOf(seed: number, position: number): Float32Array {
  const random = createRandom(seed).fork("picture").fork(position);
  return Float32Array.from({ length: patchValues }, () => random.normal());
}

async function velocities(
  subject: Subject,
  asked: readonly PictureAsked[],
  noisy: readonly Float32Array[],
  time: number,
): Promise<Float32Array> {
  const times = asked.map(() => time);
  const found = tf.tidy(() => velocity(subject, pictureInputs(subject.model.config, asked, noisy, times)));
  const values = (await found.data()) as Float32Array;
  found.dispose();
  return values;
}

function finished(patches: Float32Array): Float32Array {
  return fromPatches(patches, channels).map((value) => Math.max(-1, Math.min(1, value)));
}
