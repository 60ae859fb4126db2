import type { Random } from "../../lib/random";
import { InputError, type Item, type LoadedTask, type PromptParts, type TaskSetting } from "../task";
import type { StringDocument } from "./documents";
import { encodeStrings, type StringsModel } from "./encode-document";
import { idsOf, readQuestion, writeQuestion } from "./read-question";
import { marks, stringsContext, stringsTokenizer } from "./vocabulary";

/** What differs between the tasks of the strings models. */
interface StringsParts
  extends Pick<LoadedTask, "items" | "groups" | "calledBy" | "search">,
    Pick<Required<LoadedTask>, "foreignInput"> {
  drawDocument(random: Random): StringDocument;
}

/** A document as the learner reads it. */
export function itemOf({ read, written }: StringDocument): Item {
  const isList = read[0] === marks.start;
  if (isList || read[0] === marks.which) return { input: read.join(" "), answer: written.join(" ") };
  return { input: writeQuestion(read), answer: written.slice(0, -1).join(" ") };
}

/** A task of strings, for a decoder or for an encoder and a decoder. Throws for a model that only reads. */
export function stringsTask(setting: TaskSetting, parts: StringsParts): LoadedTask {
  const model = modelOf(setting);
  const compose = ({ demonstrations, question, trigger }: PromptParts): Int32Array => {
    const shown = demonstrations.flatMap(({ input, answer }) => [
      ...(input === "" ? [] : readQuestion(input, trigger)),
      ...answer.split(" ").filter(Boolean),
      marks.end,
    ]);
    const words = [...shown, ...readQuestion(question, trigger)];
    if (words.length >= stringsContext) throw new InputError("too-long", String(stringsContext - 1));
    return idsOf(words);
  };
  const { drawDocument, ...rest } = parts;
  return {
    tokenizer: stringsTokenizer,
    context: stringsContext,
    end: stringsTokenizer.id(marks.end),
    classes: [],
    draw: (split, random) =>
      split === "train" ? itemOf(drawDocument(random)) : random.pick(parts.items("heldOut")),
    encode: (item) => encodeStrings(documentOf(item), model),
    prompt: (input) => compose({ demonstrations: [], question: input, trigger: null }),
    ...(model === "encoder-decoder" && { opening: idsOf([marks.start]) }),
    compose,
    score: (answer, item) => (answer === item.answer ? 1 : 0),
    chance: 0,
    ...rest,
  };
}

/** The document that an item is made of. */
function documentOf({ input, answer }: Item): StringDocument {
  const written = answer.split(" ");
  const [first] = input.split(" ");
  if (first === marks.start || first === marks.which) return { read: input.split(" "), written };
  return { read: readQuestion(input), written: [...written, marks.end] };
}

function modelOf({ model }: TaskSetting): StringsModel {
  if (model === "encoder") throw new Error("a model that writes nothing cannot be asked for strings");
  return model;
}
