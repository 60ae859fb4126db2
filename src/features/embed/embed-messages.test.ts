import { describe, expect, it } from "vitest";
import { commandOf, parentOrigin } from "./embed-messages";

const parent = "https://school.example";

describe("commandOf", () => {
  const play = { target: "tuning-playground", command: "play" };

  it("takes the commands of the page around", () => {
    expect(commandOf({ data: play, origin: parent }, parent)).toBe("play");
  });

  it.each([
    ["another page", play, "https://elsewhere.example"],
    ["an unknown command", { ...play, command: "explode" }, parent],
    ["another receiver", { command: "play" }, parent],
    ["text", "play", parent],
    ["nothing", null, parent],
  ])("takes none of %s", (_, data, origin) => {
    expect(commandOf({ data, origin }, parent)).toBe(null);
  });

  it("takes none where the page around is not known", () => {
    expect(commandOf({ data: play, origin: parent }, null)).toBe(null);
  });
});

it.each([
  [`${parent}/unit/3?x=1`, true, parent],
  [`${parent}/`, false, null],
  ["", true, null],
  ["about:blank", true, null],
])("the origin around, referrer %s, framed %s, is %s", (referrer, isFramed, origin) => {
  expect(parentOrigin({ referrer, isFramed })).toBe(origin);
});
