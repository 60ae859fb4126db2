// @vitest-environment happy-dom
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { raceStore } from "../state/race";
import { fakeTrainer } from "../state/test-trainer";
import { ExperimentProvider } from "./ExperimentProvider";
import { useRace } from "./use-race";

const newRace = () => raceStore(fakeTrainer().connect, () => ({ backend: null, workers: null }));
const Seed = ({ of }: { readonly of: string }) => (
  <p>
    {of} {useRace((race) => race.draft.seed)}
  </p>
);

afterEach(cleanup);

it("gives each figure the race around it, also where one stands in another", () => {
  const [outer, inner] = [newRace(), newRace()];
  render(
    <ExperimentProvider race={outer}>
      <Seed of="outer" />
      <ExperimentProvider race={inner}>
        <Seed of="inner" />
      </ExperimentProvider>
    </ExperimentProvider>,
  );
  act(() => inner.getState().configure({ ...inner.getState().draft, seed: 7 }));
  act(() => outer.getState().configure({ ...outer.getState().draft, seed: 8 }));
  expect([screen.getByText(/outer/).textContent, screen.getByText(/inner/).textContent]).toEqual([
    "outer 8",
    "inner 7",
  ]);
});

it("is asked for where it is missing", () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  expect(() => render(<Seed of="alone" />)).toThrow("ExperimentProvider");
});
