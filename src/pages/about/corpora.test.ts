import { describe, expect, it } from "vitest";
import licences from "../../../public/data/DATA-LICENSES.md?raw";
import manifest from "../../../public/data/manifest.json";
import { corpora } from "./corpora";

const sources = [...new Set(manifest.flatMap((file) => file.sources))];
const ofCorpus = (source: string) => corpora.filter((corpus) => source.startsWith(`${corpus.source} `));

describe("corpora", () => {
  it("are the sources of the manifest, each once", () => {
    expect(sources.map((source) => [source, ofCorpus(source).length])).toEqual(
      sources.map((source) => [source, 1]),
    );
    expect(new Set(sources.flatMap(ofCorpus)).size).toBe(corpora.length);
  });

  it.each(corpora)(
    "$name has the version and the licence that the files name",
    ({ name, licence, source }) => {
      const version = /[\d.]+\d/.exec(name)?.[0];
      const full = sources.find((each) => each.startsWith(`${source} `)) ?? "";
      if (version) expect(full).toContain(version);
      for (const part of licence.split(", ")) expect(licences).toContain(part);
      const title = name.replace(/ \(.*| [\d.]+$/, "");
      expect(licences).toContain(title);
    },
  );
});
