import { expect, it } from "vitest";
import { readEmbedView } from "./embed-query";

it.each([
  ["", { hide: [], theme: null, rest: "" }],
  [
    "v=1&lanes=lora(rank=2),full&hide=title,transport&theme=dark",
    { hide: ["title", "transport"], theme: "dark", rest: "v=1&lanes=lora(rank=2),full" },
  ],
  ["hide=everything,title&theme=pink&id=lora", { hide: ["title"], theme: null, rest: "id=lora" }],
  ["hide=%E0%A4%A,words", { hide: ["words"], theme: null, rest: "" }],
  ["hide=title%2Cwords", { hide: ["title", "words"], theme: null, rest: "" }],
])("reads %s", (query, view) => {
  expect(readEmbedView(query)).toEqual(view);
});
