import { expect, it } from "vitest";
import { models } from "../../counting/models/index";
import { notesOfPage } from "./CountNotes";
import { countSelection, type Selection } from "./counted-method";
import { offered } from "./offered";
import { fitting, usual } from "./selection-query";

/** Said otherwise on the page: by its own words for matrices, and in the row of BitFit. */
const saidElsewhere = ["roles", "formerNames", "noBiases"];

/** One model of each kind is enough. */
const kinds = [...new Map(models.map((model) => [String(model.config.model_type), model.id])).values()];

it.each([null, 2])("every note that the page can bring up has words there (%s labels)", (labels) => {
  const known = [...notesOfPage, ...saidElsewhere];
  for (const model of kinds) {
    const methods = Object.keys(offered);
    const selection: Selection = fitting({ ...usual, model, methods, labels });
    for (const target_modules of [undefined, "query+value", "query+key+value+output", "all-linear"]) {
      const options = target_modules
        ? Object.fromEntries(["lora", "dora", "adalora", "vera"].map((id) => [id, { target_modules }]))
        : {};
      const { reports, failed } = countSelection({ ...selection, options });
      expect(failed, model).toEqual([]);
      for (const { method, notes } of reports) {
        for (const { id } of notes) expect(known, `${model} ${method}`).toContain(id);
      }
    }
  }
});
