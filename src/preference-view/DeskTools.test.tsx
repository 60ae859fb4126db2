// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { startAllWords } from "../i18n/test-words";
import { type Choice, useDesks, withChoices } from "../state/preference-desk";
import { DeskTools } from "./DeskTools";

const choice: Choice = { one: "the dog was good", other: "the film was new", chosen: "one", by: "you" };
const count = (): number => useDesks.getState().desks.en.choices.length;
const choose = (): void => useDesks.getState().change("en", (desk) => withChoices(desk, [choice]));

beforeAll(() => startAllWords("en"));
beforeEach(() => {
  for (let i = 0; i < 3; i++) choose();
  render(<DeskTools canSkip onSkip={() => {}} onUndo={() => {}} />);
});
afterEach(() => {
  cleanup();
  useDesks.setState(useDesks.getInitialState());
});

it("brings back what was forgotten, until there is something else", () => {
  fireEvent.click(screen.getByRole("button", { name: "Forget all" }));
  expect(count()).toBe(0);
  fireEvent.click(screen.getByRole("button", { name: "Bring back" }));
  expect(count()).toBe(3);
  fireEvent.click(screen.getByRole("button", { name: "Forget all" }));
  act(choose);
  expect(screen.queryByRole("button", { name: "Bring back" })).toBeNull();
});

it("says until the next choice that a file holds no choices, and leaves the desk as it is", async () => {
  const input = document.querySelector<HTMLInputElement>("input[type=file]")!;
  fireEvent.change(input, { target: { files: [new File(["{}"], "choices.json")] } });
  expect(await screen.findByRole("alert")).toBeDefined();
  expect(count()).toBe(3);
  act(choose);
  expect(screen.queryByRole("alert")).toBeNull();
});
