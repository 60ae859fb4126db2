import type { Engine } from "../../src/engine/engine";
import { createRandom } from "../../src/lib/random";
import { generate } from "../../src/model/generate";
import { toModel } from "../../src/training/load-base";
import { type Contestant, type Setup, startingParams } from "./contestant";

/** New tokens of a text. */
const most = 34;
/** Prompts have this many tokens or up to eleven more, by turns: a batch is never of one length. */
const shortest = 5;

/** Writes as many texts as there are sequences in a batch, drawn at temperature 1; the "loss" is that of their tokens. */
export function startWriter(engine: Engine, setup: Setup): Contestant {
  const model = toModel(setup.config, startingParams(setup));
  const random = createRandom("bench").fork("prompts");
  const prompts = Array.from({ length: setup.batch }, (_, i) =>
    Array.from({ length: shortest + (i % 12) }, () => 1 + random.integer(setup.config.vocabulary - 1)),
  );
  const subject = { ops: engine.ops, model, edits: {} };
  return {
    async step() {
      const texts = (await generate(subject, prompts, { most, temperature: 1, random })).flat();
      const logProbs = texts.flatMap((text) => [...text.logProbs]);
      return -logProbs.reduce((sum, logProb) => sum + logProb, 0) / logProbs.length;
    },
    dispose() {
      for (const parameter of Object.values(model.params)) parameter.dispose();
    },
  };
}
