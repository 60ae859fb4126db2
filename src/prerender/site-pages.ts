import { lessons } from "../lessons/index";
import { methods } from "../methods/index";

/** A page that becomes a file while building. */
export interface SitePage {
  /** "/lessons/lora/merge" */
  readonly path: string;
  /** The page that search engines should know this one by: a lesson's first step is the lesson. */
  readonly canonical: string;
}

/** Every page, in one language. */
export async function sitePages(): Promise<readonly SitePage[]> {
  const paths = [
    "/",
    "/lessons",
    "/playground",
    "/methods",
    ...methods.map(({ id }) => `/methods/${id}`),
    "/real-models",
    "/speed",
    "/about",
    "/offline",
    "/embed/race",
    "/embed/lesson",
  ];
  const pages = paths.map((path) => ({ path, canonical: path }));
  for (const { id, load } of lessons) {
    const { lesson } = await load();
    pages.push({ path: `/lessons/${id}`, canonical: `/lessons/${id}` });
    for (const [i, step] of lesson.steps.entries()) {
      const path = `/lessons/${id}/${step.id}`;
      pages.push({ path, canonical: i === 0 ? `/lessons/${id}` : path });
    }
  }
  return pages;
}

/** Drawn for addresses that lead nowhere: hosts send it with the status 404. */
export const lostPath = "/404";
