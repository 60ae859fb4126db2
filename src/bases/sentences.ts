import { createRandom } from "../lib/random";
import { tokensHead } from "../model/config";
import { sentenceContext, sentenceLanguages, sentenceTokenizer } from "../tasks/sentences/languages";
import { encodeSentence } from "../tasks/sentences/load-sentences";
import type { Base } from "./base";

/** A decoder that writes short sentences in two languages, English and Chinese, each called by its tag. */
export function sentences(recipe: Base["recipe"]): Base<"sentences-micro"> {
  return {
    id: "sentences-micro",
    family: "sentences",
    config: {
      kind: "decoder",
      vocabulary: sentenceTokenizer.vocabulary.length,
      context: sentenceContext,
      layers: 2,
      heads: 4,
      width: 64,
      tied: false,
      head: tokensHead,
    },
    recipe,
    stored: "F16",
    data: [],
    async load() {
      const languages = Object.values(sentenceLanguages);
      return {
        tokenizer: sentenceTokenizer,
        // Every sentence is drawn afresh, so held-out ones differ from those of training by their seeds.
        draw: (_, random) => {
          const language = random.pick(languages);
          return encodeSentence(language, language.draw(random));
        },
        probes: languages.map((language) => {
          const random = createRandom(`probe/sentences/${language.id}`);
          return {
            id: language.id,
            examples: Array.from({ length: 64 }, () => encodeSentence(language, language.draw(random))),
          };
        }),
      };
    },
  };
}
