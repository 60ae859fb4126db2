import { useTranslation } from "react-i18next";
import type { ConfigProblem, CountingError } from "../../counting/counting-error";

/** Says what is wrong with a config.json, and what to do. */
export function useConfigProblem(): (error: CountingError) => string {
  const { t } = useTranslation("realModels");
  const expected = ({ expected = "text", least, most }: ConfigProblem): string =>
    t(`own.expected.${expected}`, { least, most });
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
