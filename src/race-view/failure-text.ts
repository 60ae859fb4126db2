import type { TFunction } from "i18next";
import type { Words } from "../i18n/words";
import type { TrainerFailure } from "../worker/api";

const megabyte = 1024 * 1024;

/** What went wrong and what to do, in the reader's language. */
export function failureText(
  failure: TrainerFailure,
  t: TFunction<["playground", "app"]>,
  words: Words,
): string {
  switch (failure.kind) {
    case "misfit":
      return t("app:failures.misfit", {
        base: words.base(failure.base).name,
        task: words.task(failure.task).name,
      });
    case "method":
      return t(`app:failures.method.${failure.reason}`, { method: words.method(failure.method).name });
    case "objective":
      return t(`app:failures.objective.${failure.reason}`, { objective: failure.objective });
    case "checkpoint":
      return t(`app:failures.checkpoint.${failure.problem}`, { base: words.base(failure.base).name });
    case "data":
      return t(`app:failures.data.${failure.problem}`, { task: words.task(failure.task).name });
    case "adapter":
      return t(`app:failures.adapter.${failure.problem}`, { detail: failure.detail });
    case "input":
      return t(`app:failures.input.${failure.problem}`, { detail: failure.detail });
    case "option":
      return t(`app:failures.option.${failure.problem}`, { option: failure.option, limit: failure.limit });
    case "prompt":
      return t(`app:failures.prompt.${failure.problem}`, { task: words.task(failure.task).name });
    case "too-large":
      return t("app:failures.too-large", {
        needed: Math.ceil(failure.needed / megabyte),
        limit: Math.floor(failure.limit / megabyte),
      });
    case "engine":
      return t("app:failures.engine", { detail: failure.detail });
    default:
      return failure satisfies never;
  }
}
