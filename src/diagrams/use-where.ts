import { useTranslation } from "react-i18next";
import type { Part } from "../methods/method";
import type { ModelConfig } from "../model/config";
import { blocksOf } from "../model/sites";
import { whereParts } from "./where";

/** Says where a method acts: "query, value; every block". */
export function useWhere(): (config: ModelConfig, parts: readonly Part[]) => string {
  const { t } = useTranslation("map");
  return (config, parts) => {
    const { places, layers, everywhere } = whereParts(config, parts);
    if (everywhere) return t("facts.everywhere");
    const list = layers.map((layer) => layer + 1).join(t("facts.comma"));
    const blocks =
      layers.length === blocksOf(config).length
        ? t("facts.blocks")
        : layers.length === 0
          ? t("facts.outsideBlocks")
          : t("facts.block", { count: layers.length, list });
    return [places.map((place) => t(`short.${place}`)).join(t("facts.comma")), blocks].join(
      t("facts.semicolon"),
    );
  };
}
