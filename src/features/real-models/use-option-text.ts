import { useTranslation } from "react-i18next";
import type { Architecture } from "../../counting/architecture";
import type { RawOptions } from "../../counting/options";
import type { OfferedOption } from "./offered";

/** The value of an option of whole numbers, or what it is for this model when nothing was set. */
export function numberOf(
  option: OfferedOption & { readonly kind: "integer" },
  model: Architecture,
  values: RawOptions,
): number {
  const value = values[option.name];
  if (value !== undefined) return Number(value);
  return typeof option.default === "number" ? option.default : option.default(model);
}

/** Tells how an option stands in a few words; empty where it does not count. */
export function useOptionText(model: Architecture, values: RawOptions): (option: OfferedOption) => string {
  const { t } = useTranslation("realModels");
  return (option) => {
    const label = t(`options.short.${option.name}`);
    switch (option.kind) {
      case "integer":
        if (option.needsProjection && values.prefix_projection !== true) return "";
        return `${label} ${numberOf(option, model, values)}`;
      case "switch":
        return values[option.name] === true ? label : "";
      case "choice": {
        const value = values[option.name];
        if (value === undefined) return t(`options.choices.${option.choices[0].id}`);
        const chosen = option.choices.find((choice) => choice.value === value);
        return chosen ? t(`options.choices.${chosen.id}`) : String(value);
      }
      default:
        throw new Error(`unhandled option: ${JSON.stringify(option satisfies never)}`);
    }
  };
}
