import type { Project } from "./project";
import type { Tuning } from "./tuning";

/** The page On a real model, set to the model of the project and to the method that was recommended. */
export function countPath({ model, own }: Project, { method, options }: Tuning): string {
  const fields: (readonly [string, string])[] = [["model", own?.id ?? model]];
  if (own) fields.push(["config", JSON.stringify(own.config)]);
  fields.push(["methods", method === null || method === "full" ? "full,lora" : `full,${method}`]);
  for (const [name, value] of Object.entries(options)) fields.push([`${method}.${name}`, String(value)]);
  return `/real-models?${fields.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&")}`;
}
