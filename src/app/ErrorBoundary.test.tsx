// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { startI18n } from "../i18n/i18n";
import { ErrorBoundary } from "./ErrorBoundary";

beforeAll(() => startI18n("en"));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

let broken = true;
function Fragile() {
  if (broken) throw new Error("no such lane");
  return <p>all well</p>;
}

describe("ErrorBoundary", () => {
  it("says what happened, and draws the page again when asked", () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    render(
      <ErrorBoundary>
        <Fragile />
      </ErrorBoundary>,
    );
    expect(screen.getByRole("alert").textContent).toContain("nothing is lost");
    expect(screen.getByText("no such lane")).toBeTruthy();
    broken = false;
    act(() => {
      fireEvent.click(screen.getByRole("button", { name: "Try again" }));
    });
    expect(screen.getByText("all well")).toBeTruthy();
    expect(screen.queryByRole("alert")).toBeNull();
  });
});
