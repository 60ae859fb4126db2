// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { startAllWords } from "../../i18n/test-words";
import { newTestRace, TestRace, testRace } from "../../race-view/test-race";
import { OwnData } from "./OwnData";
import { templates } from "./templates";

const kept = vi.hoisted(() => ({ values: new Map<string, unknown>(), isFull: false }));
vi.mock("../../lib/kept-store", () => ({
  keptStore: () => ({
    set: async (key: string, value: unknown) => {
      if (kept.isFull) throw new Error("full");
      kept.values.set(key, value);
    },
    all: async () => [...kept.values.values()],
  }),
}));

// What is waited for is fetched; how fast is not the question.
configure({ asyncUtilTimeout: 30_000 });
beforeAll(() => startAllWords("en"));
beforeEach(() => {
  newTestRace();
  kept.isFull = false;
  render(<OwnData />, { wrapper: TestRace });
});
afterEach(cleanup);

const bring = (text: string, name: string): void => {
  const input = screen.getByLabelText("Choose a file", { selector: "input" });
  fireEvent.change(input, { target: { files: [new File([text], name)] } });
};
const train = async (): Promise<void> => {
  await screen.findByText(/pairs: 34 to train on, 8 held out/);
  fireEvent.click(screen.getByRole("button", { name: "Train on these" }));
};

it("makes a file the task of the race, and keeps it under the name of the file", async () => {
  bring(`${templates[0]!.text}\r\nnew york,NY`, "opposites.csv");
  await train();
  await screen.findByText(/Your data are the task now/);
  const { task, taskOptions } = testRace().draft;
  expect([task, [...kept.values.keys()]]).toEqual(["own-letters", [taskOptions?.data]]);
  expect(screen.getByText(/the model has no token for/).textContent).toContain("space");
  expect(screen.getByRole("button", { name: "Train on opposites" })).toBeDefined();
});

it("says so where the browser keeps nothing, and leaves the race alone", async () => {
  kept.isFull = true;
  const former = testRace().draft;
  bring(templates[0]!.text, "opposites.csv");
  await train();
  await screen.findByText(/does not let the page keep data/);
  expect(testRace().draft).toBe(former);
});

it("says what is wrong with a file that has one column, or is no text", async () => {
  bring("one\ntwo", "list.txt");
  await screen.findByText(/Every row has only one column/);
  expect((screen.getByRole("button", { name: "Train on these" }) as HTMLButtonElement).disabled).toBe(true);
  bring("PK\u0003\0\0", "book.xlsx");
  await screen.findByText(/not plain text/);
});
