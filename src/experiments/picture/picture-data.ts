import type { Random } from "../../lib/random";
import { creatures, seenCreatures } from "../../tasks/creatures/creature";
import { type Drawing, draw, outlineAt } from "../../tasks/creatures/draw";
import { places } from "../../tasks/creatures/places";
import { scenes } from "../../tasks/creatures/scenes";
import { type Prompt, promptFor, tokensOf } from "../../tasks/creatures/words";
import type { FlowExample } from "../../training/objectives/flow";
import { photoPlaces, pictureStream, styleOrder } from "./picture-choices";
import type { PictureData, PictureSpec } from "./picture-spec";

/** What lanes learn from. */
export interface LoadedPictures {
  /** Some of the pictures, or all where there are few. */
  readonly shown: readonly Float32Array[];
  /** Where the creature of photos is; empty where there are none. */
  readonly places: readonly number[];
  /** A random example of a step. */
  draw(random: Random): FlowExample;
}

/** How many pictures are shown at most. */
const mostShown = 24;
/** How often an outline comes without any words. */
const wordsLeftOut = 0.5;

/** The pictures of an experiment; they depend on its data and its seed. */
export function loadPictures({ data, seed }: Pick<PictureSpec, "data" | "seed">): LoadedPictures {
  const random = pictureStream(seed);
  const examples = fixedExamples(data, seed);
  if (!examples) {
    const first = Array.from({ length: mostShown }, (_, i) => outlined(random.fork(i)));
    return { shown: first.map(({ picture }) => picture), places: [], draw: outlined };
  }
  const shown = examples.slice(0, mostShown).map(({ picture }) => picture);
  const places = data.kind === "photos" ? photoPlaces(seed, data.count) : [];
  return { shown, places, draw: (stream) => stream.pick(examples) };
}

/** All examples where they are few; null where any creature may come. */
function fixedExamples(data: PictureData, seed: number): readonly FlowExample[] | null {
  switch (data.kind) {
    case "photos":
      return photoPlaces(seed, data.count).map((place, i) => {
        const scene = data.scenes[i % data.scenes.length] ?? "day";
        return exampleOf({ creature: creatures[data.creature]!, place, scene }, { isNew: true, scene });
      });
    case "style":
      return styleOrder(seed)
        .slice(0, data.count)
        .map((creature, i) => {
          const scene = scenes[i % scenes.length]!;
          const place = pictureStream(seed).fork("place").fork(i).pick(places);
          const drawing = { creature: creatures[creature]!, place, scene };
          const prompt = { ...promptFor(creature, scene), ...(data.withWord && { isNew: true }) };
          return exampleOf({ ...drawing, styles: data.styles }, prompt);
        });
    case "outlines":
      return null;
    default:
      return data satisfies never;
  }
}

/** Any creature with its outline. */
function outlined(random: Random): FlowExample {
  const index = random.pick(seenCreatures);
  const creature = creatures[index]!;
  const [place, scene] = [random.pick(places), random.pick(scenes)];
  const prompt = random.next() < wordsLeftOut ? {} : promptFor(index, scene);
  return { ...exampleOf({ creature, place, scene }, prompt), outline: outlineAt(creature, place) };
}

function exampleOf(drawing: Drawing, prompt: Prompt): FlowExample {
  return { picture: draw(drawing), tokens: tokensOf(prompt), isNew: prompt.isNew ?? false };
}
