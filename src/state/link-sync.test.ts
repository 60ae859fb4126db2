// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { go } from "./address";
import { followAddress } from "./link-sync";

let shown: string;
let followed: string[];
let changed: () => void;
let leave: () => void;
const address = (): string => location.pathname + location.search;
const change = (to: string): void => {
  shown = to;
  changed();
};

beforeEach(() => {
  vi.useFakeTimers();
  document.head.innerHTML = `<base href="${location.origin}/">`;
  history.replaceState(null, "", "/prompt-lab/?a=1");
  shown = "nothing";
  followed = [];
  leave = followAddress({
    page: "/prompt-lab",
    place: () => `/prompt-lab?${shown}`,
    follow: (query) => {
      followed.push(query);
      shown = query;
    },
    subscribe: (listener) => {
      changed = listener;
      return () => {};
    },
  });
});
afterEach(() => {
  leave();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it("a link is followed, when the page opens and while it is open; a change is written at once", () => {
  change("a=2");
  expect(address()).toBe("/prompt-lab/?a=2");
  go("/prompt-lab?a=3", "en");
  expect(followed).toEqual(["a=1", "a=3"]);
  expect(shown).toBe("a=3");
});

it("of many changes in a row the first and the last are written", () => {
  const replace = vi.spyOn(history, "replaceState");
  for (let i = 2; i <= 300; i++) change(`a=${i}`);
  expect(address()).toBe("/prompt-lab/?a=2");
  vi.advanceTimersByTime(300);
  expect(address()).toBe("/prompt-lab/?a=300");
  expect(replace).toHaveBeenCalledTimes(2);
});

it("a browser that takes no more changes of the address undoes nothing", () => {
  const replace = vi.spyOn(history, "replaceState").mockImplementation(() => {});
  change("a=2");
  change("a=3");
  vi.advanceTimersByTime(300);
  expect(shown).toBe("a=3");
  replace.mockRestore();
  vi.advanceTimersByTime(300);
  expect(address()).toBe("/prompt-lab/?a=3");
  expect(followed).toEqual(["a=1"]);
});

it("another language of the page is no link: what was changed a moment before stays", () => {
  change("a=2");
  change("a=3");
  go("/prompt-lab?a=2", "zh", { replace: true });
  vi.advanceTimersByTime(300);
  expect(shown).toBe("a=3");
  expect(address()).toBe("/zh/prompt-lab/?a=3");
});

it("nothing is written on another page, or after the end", () => {
  change("a=2");
  change("a=3");
  go("/methods", "en");
  vi.advanceTimersByTime(300);
  expect(address()).toBe("/methods/");
});
