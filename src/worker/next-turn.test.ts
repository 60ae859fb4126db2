import { expect, it } from "vitest";
import { nextTurn } from "./next-turn";

it("resumes everyone who waits, in the order they came", async () => {
  const resumed: string[] = [];
  const wait = async (name: string): Promise<void> => {
    await nextTurn();
    resumed.push(name);
  };
  await Promise.all([wait("first"), wait("second"), wait("third")]);
  expect(resumed).toEqual(["first", "second", "third"]);
});
