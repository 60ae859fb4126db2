import { useTranslation } from "react-i18next";
import type { ConfigProblem, CountingError } from "../counting/counting-error";
import { useNumbers } from "../i18n/numbers";

/** Says what is wrong with a config.json, and what to do. */
export function useConfigProblem(): (error: CountingError) => string {
  const { t } = useTranslation("realModels");
  const { count } = useNumbers();
  const expected = ({ expected = "text", least = 0, most = 0 }: ConfigProblem): string =>
    t(`own.expected.${expected}`, { least: count(least), most: count(most) });
  return ({ config, near, message }) => {
    if (!config) return message;
    const { problem, field, value } = config;
    switch (problem) {
      case "no-json":
        return t("own.problems.noJson");
      case "no-object":
        return t("own.problems.noObject");
      case "no-type":
        return t("own.problems.noType");
      case "adapter":
        return t("own.problems.adapter");
      case "unknown-type":
        return near.length > 0
          ? t("own.problems.nearType", { field, near: near.join(t("own.or")) })
          : t("own.problems.unknownType", { field });
      case "missing":
        return t("own.problems.missing", { field });
      case "impossible":
        return t("own.problems.impossible", { field, value, expected: expected(config) });
      default:
        throw new Error(`unhandled problem: ${JSON.stringify(problem satisfies never)}`);
    }
  };
}
