import { useEffect, useState } from "react";
import type { PublishedCounts } from "../../counting/published";
import { keptFetch } from "../../lib/kept-fetch";
import { publicFile } from "../../lib/public-file";

/** public/data/published-counts.json: null while it loads, "missing" where it cannot be had. */
export function usePublished(): PublishedCounts | "missing" | null {
  const [published, setPublished] = useState<PublishedCounts | "missing" | null>(null);
  useEffect(() => {
    let isHere = true;
    keptFetch(publicFile("data/published-counts.json"))
      .then((response) => (response.ok ? response.json() : Promise.reject(response.status)))
      .then((counts: PublishedCounts) => isHere && setPublished(counts))
      .catch(() => isHere && setPublished("missing"));
    return () => {
      isHere = false;
    };
  }, []);
  return published;
}
