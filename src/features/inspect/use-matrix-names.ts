import { useTranslation } from "react-i18next";
import type { Matrix } from "../../model/config";

/** The matrices of a block by the names the diagram gives them. */
export function useMatrixNames(): (matrix: Matrix) => string {
  const { t } = useTranslation("playground");
  const names: Readonly<Record<Matrix, string>> = {
    "attention.query": t("diagram.sites.query"),
    "attention.key": t("diagram.sites.key"),
    "attention.value": t("diagram.sites.value"),
    "attention.output": t("diagram.sites.output"),
    "mlp.up": t("diagram.sites.up"),
    "mlp.down": t("diagram.sites.down"),
  };
  return (matrix) => names[matrix];
}
