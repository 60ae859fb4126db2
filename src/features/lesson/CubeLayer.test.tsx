// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { startAllWords } from "../../i18n/test-words";
import { CubeLayer } from "./CubeLayer";

beforeAll(() => startAllWords("en"));
afterEach(cleanup);

it("ticks training tasks with a press, and never held-out ones", () => {
  const tick = vi.fn();
  render(
    <CubeLayer format={0} scores={{ "110": 0.5, "010": 0.25 }} ticked={new Set(["110"])} onTick={tick} />,
  );
  expect(screen.getAllByRole("button")).toHaveLength(12);
  const ticked = screen.getByRole("button", { name: "backwards next plain: 50%" });
  expect(ticked.getAttribute("aria-pressed")).toBe("true");
  fireEvent.click(ticked);
  fireEvent.click(screen.getByRole("button", { name: "keep same plain: not scored yet" }));
  expect(tick.mock.calls).toEqual([[new Set()], [new Set(["110", "000"])]]);
  expect(screen.getByRole("img", { name: "keep next plain, held out: 25%" }).textContent).toBe("25");
});
