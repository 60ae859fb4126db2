import { expect, it } from "vitest";
import { models } from "../counting/models/index";
import { findModels } from "./find-models";

it("finds models by any part of a name, with or without hyphens", () => {
  expect(findModels("")).toEqual({ ids: models.map(({ id }) => id), isNear: false });
  expect(findModels("mistral 7b").ids).toContain("Mistral-7B-v0.1");
  expect(findModels("BERT-base").ids).toEqual(
    expect.arrayContaining(["bert-base-uncased", "distilbert-base-cased"]),
  );
});

it("finds a model by its whole name, owner and use included", () => {
  expect(findModels("mistralai/Mistral-7B-Instruct-v0.3")).toEqual({
    ids: ["Mistral-7B-v0.3"],
    isNear: false,
  });
});

it("offers what is near to a name that is misspelt, and nothing for one that is like no other", () => {
  expect(findModels("robreta-base")).toEqual({
    ids: expect.arrayContaining(["roberta-base"]),
    isNear: true,
  });
  expect(findModels("xyzzy-plugh")).toEqual({ ids: [], isNear: false });
});
