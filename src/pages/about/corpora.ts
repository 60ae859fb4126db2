/** A source of the data, as public/data/DATA-LICENSES.md names it. */
export interface Corpus {
  /** Key of its words. */
  readonly id: "wordnet" | "cmudict" | "faker" | "poetry" | "opencc" | "vader";
  readonly name: string;
  readonly url: string;
  readonly licence: string;
  /** The package it was read from, as public/data/manifest.json begins it. */
  readonly source: string;
}

/** Everything the data were made from; a test holds the list to the manifest. */
export const corpora: readonly Corpus[] = [
  {
    id: "wordnet",
    name: "WordNet 3.0",
    url: "https://wordnet.princeton.edu/",
    licence: "WordNet",
    source: "debian wordnet-base",
  },
  {
    id: "cmudict",
    name: "CMU Pronouncing Dictionary",
    url: "https://www.npmjs.com/package/cmu-pronouncing-dictionary",
    licence: "BSD-2-Clause",
    source: "npm cmu-pronouncing-dictionary",
  },
  {
    id: "faker",
    name: "Faker 10.6.0",
    url: "https://www.npmjs.com/package/@faker-js/faker",
    licence: "MIT",
    source: "npm @faker-js/faker",
  },
  {
    id: "poetry",
    name: "chinese-poetry 2.0.1",
    url: "https://www.npmjs.com/package/chinese-poetry",
    licence: "MIT",
    source: "npm chinese-poetry",
  },
  {
    id: "opencc",
    name: "OpenCC (opencc-js 1.4.2)",
    url: "https://www.npmjs.com/package/opencc-js",
    licence: "Apache-2.0, MIT",
    source: "npm opencc-js",
  },
  {
    id: "vader",
    name: "VADER (vader-sentiment 1.1.3)",
    url: "https://www.npmjs.com/package/vader-sentiment",
    licence: "Apache-2.0",
    source: "npm vader-sentiment",
  },
];
