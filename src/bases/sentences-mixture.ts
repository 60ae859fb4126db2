import { createRandom } from "../lib/random";
import { sentenceLanguages, sentenceTokenizer } from "../tasks/sentences/languages";
import { encodeSentence } from "../tasks/sentences/load-sentences";
import type { LoadedCorpus } from "./base";

/** What the writer of sentences is pretrained on: both languages equally often. */
export function sentencesMixture(): LoadedCorpus {
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
}
