import type { BaseCard } from "../bases/base";
import { createRandom } from "../lib/random";
import type { Subject } from "../model/subject";
import { namedCreatures, seenCreatures, unseenCreatures } from "../tasks/creatures/creature";
import { measurePictures } from "../tasks/creatures/measures";
import { type Scene, scenes } from "../tasks/creatures/scenes";
import { type Prompt, promptFor, tokensOf } from "../tasks/creatures/words";
import { drawPictures } from "../training/draw-pictures";
import { round } from "./store-checkpoint";

const count = 96;

/**
 * What a base draws when it is asked for creatures it has seen, for new combinations of their attributes, and for
 * creatures by name. exact: the share of pictures with the very creature. loss: the mean distance from the nearest exact
 * picture.
 */
export async function probePictures(subject: Subject): Promise<BaseCard["probes"]> {
  const random = createRandom("probe pictures");
  const asks = {
    seen: (scene: Scene) => described(random.pick(seenCreatures), scene),
    unseen: (scene: Scene) => described(random.pick(unseenCreatures), scene),
    named: (scene: Scene) => {
      const name = random.integer(namedCreatures.length);
      return { creature: namedCreatures[name]!, scene, prompt: { name, scene } };
    },
  };
  const probes: BaseCard["probes"][number][] = [];
  for (const [id, ask] of Object.entries(asks)) {
    const asked = Array.from({ length: count }, () => ask(random.pick(scenes)));
    const pictures = await drawPictures(
      subject,
      asked.map(({ prompt }) => ({ tokens: tokensOf(prompt) })),
    );
    const scores = measurePictures(asked.map((one, i) => ({ ...one, picture: pictures[i]! })));
    probes.push({ id, loss: round(scores.rms), exact: round(scores.match) });
  }
  return probes;
}

interface Asked {
  readonly creature: number;
  readonly scene: Scene;
  readonly prompt: Prompt;
}

function described(creature: number, scene: Scene): Asked {
  return { creature, scene, prompt: promptFor(creature, scene) };
}
