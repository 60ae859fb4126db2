import { lessons } from "../lessons/index";
import { methods } from "../methods/index";

/** A page that becomes a file while building. */
export interface SitePage {
  /** "/lessons/lora/merge" */
  readonly path: string;
  /** The page that search engines should know this one by: a lesson's first step is the lesson. */
  readonly canonical: string;
  /** Search engines are told of it: of neither figures in frames nor what stands in for a page. */
  readonly isListed: boolean;
}

/** Drawn for addresses that lead nowhere: hosts send it with the status 404. */
export const lostPath = "/404";

const listed = [
  "/",
  "/lessons",
  "/glossary",
  "/playground",
  "/prompt-lab",
  "/methods",
  ...methods.map(({ id }) => `/methods/${id}`),
  "/real-models",
  "/which-method",
  "/preferences",
  "/speed",
  "/about",
];
const unlisted = ["/offline", "/embed/race", "/embed/prompt", "/embed/lesson", lostPath];

/** Every page, in one language. */
export async function sitePages(): Promise<readonly SitePage[]> {
  const pages: SitePage[] = [
    ...listed.map((path) => ({ path, canonical: path, isListed: true })),
    ...unlisted.map((path) => ({ path, canonical: path, isListed: false })),
  ];
  for (const { id, load } of lessons) {
    const { lesson } = await load();
    const first = `/lessons/${id}`;
    pages.push({ path: first, canonical: first, isListed: true });
    for (const [i, step] of lesson.steps.entries()) {
      const path = `${first}/${step.id}`;
      pages.push({ path, canonical: i === 0 ? first : path, isListed: true });
    }
  }
  return pages;
}
