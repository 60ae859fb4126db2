import { type KeptStore, keptStore } from "../lib/kept-store";

const ownData = keptStore("own-data");

/** The pairs of a learner as they are kept in this browser, "question<tab>answer" in each line. Rejects if they are not here. */
export async function readOwnData(hash: string, store: Pick<KeptStore, "get"> = ownData): Promise<string> {
  const kept = await store.get(hash);
  if (typeof kept === "object" && kept !== null && "text" in kept && typeof kept.text === "string")
    return kept.text;
  throw new Error(`no own data "${hash}" in this browser`);
}
