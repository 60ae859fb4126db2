import { describe, expect, it } from "vitest";
import licences from "../../public/data/DATA-LICENSES.md?raw";
import manifest from "../../public/data/manifest.json";
import { corpora, corpusIds, packageLabel } from "./corpora";

describe("corpora", () => {
  it("are the sources of the manifest, each once", () => {
    const sources = new Set(manifest.flatMap((file) => file.sources));
    expect(corpusIds.map(packageLabel).sort()).toEqual([...sources].sort());
  });

  it.each(corpusIds)("%s has the version and the licence that the files name", (id) => {
    const { name, licence, version } = corpora[id];
    const named = /[\d.]+\d/.exec(name)?.[0];
    if (named) expect(version).toContain(named);
    for (const part of licence.split(", ")) expect(licences).toContain(part);
    const title = name.replace(/ \(.*| [\d.]+$/, "");
    expect(licences).toContain(title);
  });
});
