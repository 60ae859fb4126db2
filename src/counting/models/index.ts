import { decoders } from "./decoders";
import { encoders } from "./encoders";
import { llamas } from "./llamas";
import { pairs } from "./pairs";
import type { PublishedModel } from "./published-model";
import { vision } from "./vision";

/** THE list of models that can be counted by name; sizes from their published configurations. */
export const models: readonly PublishedModel[] = [...encoders, ...decoders, ...llamas, ...pairs, ...vision];
