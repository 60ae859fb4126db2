import { useTranslation } from "react-i18next";
import type { Base } from "../../bases/base";
import { Formula } from "../../components/Formula";
import { methodAppearance } from "../../components/method-appearance";
import { BlockThumbnail } from "../../diagrams/BlockThumbnail";
import { useWhere } from "../../diagrams/use-where";
import { useNumbers } from "../../i18n/numbers";
import { useWords } from "../../i18n/words";
import { defaultOptions } from "../../lib/options";
import type { Method } from "../../methods/method";
import { countParameters } from "../../model/parameters";
import { blocksOf } from "../../model/sites";
import styles from "./compare.module.css";
import type { MethodFacts } from "./method-facts";
import { useFactWords } from "./use-fact-words";

/** i18n keys below `compare.rows`. */
export const compareRows = [
  "picture",
  "equation",
  "where",
  "trained",
  "kept",
  "stored",
  "mergeable",
  "positions",
  "noOp",
  "zeroGradient",
  "backprop",
  "family",
  "paper",
] as const;
export type CompareRow = (typeof compareRows)[number];

export interface CompareCellProps {
  readonly row: CompareRow;
  readonly method: Method;
  readonly base: Base;
  /** undefined while they load, null where there are none. */
  readonly facts: MethodFacts | null | undefined;
}

/** One thing to be known of one method. */
export function CompareCell({ row, method, base, facts }: CompareCellProps) {
  const { t } = useTranslation("map");
  const { t: tApp } = useTranslation();
  const words = useWords();
  const numbers = useNumbers();
  const where = useWhere();
  const say = useFactWords();
  const options = defaultOptions(method.options);
  const { config } = base;
  const { name, notMergeable } = words.method(method.id);
  const probed = (fact: (facts: MethodFacts) => string): string =>
    facts ? fact(facts) : t(facts === undefined ? "facts.wait" : "facts.unknown");
  switch (row) {
    case "picture": {
      const parts = method.parts(config, options);
      return (
        <BlockThumbnail
          color={methodAppearance(method.id).color}
          config={config}
          label={t("gallery.picture", { method: name, where: where(config, parts) })}
          layer={blocksOf(config).length - 1}
          parts={parts}
        />
      );
    }
    case "equation":
      // A column is narrow: what stands beside each other elsewhere stands below each other here.
      return method.equation
        .split(/,?\s*\\qquad\s*/)
        .map((tex) => <Formula key={tex} display className={styles.formula} tex={tex} />);
    case "where":
      return where(config, method.parts(config, options));
    case "trained": {
      const { trained } = method.count(config, options);
      return (
        <>
          <b>{numbers.count(trained)}</b>{" "}
          <span className="soft">{numbers.share(trained / countParameters(config))}</span>
        </>
      );
    }
    case "kept":
      return numbers.count(method.count(config, options).kept);
    case "stored": {
      const { stored, kept } = method.count(config, options);
      return numbers.count(stored ?? kept);
    }
    case "mergeable":
      return (
        <>
          {probed(say.mergeable)}
          {notMergeable !== "" && <span className={styles.why}>{notMergeable}</span>}
        </>
      );
    case "positions":
      return probed(say.positions);
    case "noOp":
      return probed(say.noOp);
    case "zeroGradient":
      return probed(say.zeroGradient);
    case "backprop":
      return probed(say.backprop);
    case "family":
      return tApp(`methods.families.${method.family}`);
    case "paper":
      return (
        <a href={method.paper.url} lang="en" rel="noreferrer" target="_blank">
          {method.paper.authors}, {method.paper.year}
        </a>
      );
    default:
      return row satisfies never;
  }
}
