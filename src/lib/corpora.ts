/** A source of the data: the name that readers know, and the pinned package that it is read from. */
export interface Corpus {
  readonly name: string;
  readonly url: string;
  /** As public/data/DATA-LICENSES.md names it. */
  readonly licence: string;
  readonly registry: "npm" | "debian";
  readonly package: string;
  readonly version: string;
}

/** All sources of the data, by the i18n key of their words. */
export const corpora = {
  wordnet: {
    name: "WordNet 3.0",
    url: "https://wordnet.princeton.edu/",
    licence: "WordNet",
    registry: "debian",
    package: "wordnet-base",
    version: "1:3.0-37",
  },
  cmudict: {
    name: "CMU Pronouncing Dictionary",
    url: "https://www.npmjs.com/package/cmu-pronouncing-dictionary",
    licence: "BSD-2-Clause",
    registry: "npm",
    package: "cmu-pronouncing-dictionary",
    version: "3.0.0",
  },
  faker: {
    name: "Faker 10.6.0",
    url: "https://www.npmjs.com/package/@faker-js/faker",
    licence: "MIT",
    registry: "npm",
    package: "@faker-js/faker",
    version: "10.6.0",
  },
  poetry: {
    name: "chinese-poetry 2.0.1",
    url: "https://www.npmjs.com/package/chinese-poetry",
    licence: "MIT",
    registry: "npm",
    package: "chinese-poetry",
    version: "2.0.1",
  },
  opencc: {
    name: "OpenCC (opencc-js 1.4.2)",
    url: "https://www.npmjs.com/package/opencc-js",
    licence: "Apache-2.0, MIT",
    registry: "npm",
    package: "opencc-js",
    version: "1.4.2",
  },
  vader: {
    name: "VADER (vader-sentiment 1.1.3)",
    url: "https://www.npmjs.com/package/vader-sentiment",
    licence: "Apache-2.0",
    registry: "npm",
    package: "vader-sentiment",
    version: "1.1.3",
  },
} as const satisfies Readonly<Record<string, Corpus>>;

export type CorpusId = keyof typeof corpora;
export const corpusIds = Object.keys(corpora) as readonly CorpusId[];

/** "npm @faker-js/faker 10.6.0", as public/data/manifest.json names it. */
export function packageLabel(id: CorpusId): string {
  const { registry, package: name, version } = corpora[id];
  return `${registry} ${name} ${version}`;
}
