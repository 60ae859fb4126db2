import { defineTask } from "./task";

/** Surname -> the language it is found in, one of nine, spelt out letter by letter. */
export const surnameLanguage = defineTask({
  id: "surname-language",
  family: "toolbox",
  options: {},
  batch: 32,
  steps: 400,
  exact: true,
  samples: [
    { input: "Bulut", answer: "Turkish" },
    { input: "Łukaszewski", answer: "Polish" },
    { input: "Crespo", answer: "Spanish" },
  ],
  async load(read) {
    // Fetched when it is asked: pages only name it.
    const [{ toolboxTask }, { loadSurnames }] = await Promise.all([
      import("./toolbox-format"),
      import("./toolbox-words"),
    ]);
    return toolboxTask({
      splits: await loadSurnames(read),
      longest: 20,
      clean: (input) => input.trim().normalize("NFC"),
    });
  },
});
