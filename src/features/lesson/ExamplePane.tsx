import { type CSSProperties, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { findBase } from "../../bases/index";
import { Button } from "../../components/Button";
import { VisuallyHidden } from "../../components/VisuallyHidden";
import { createRandom } from "../../lib/random";
import { drawShownExample, type ShownExample } from "../../tasks/strings/shown-example";
import styles from "./example.module.css";
import type { PaneProps } from "./pane-props";

/** A training example of each lane that is tuned on instructions: what the model reads, and which tokens count in the loss. */
export function ExamplePane({ spec, lanes }: PaneProps) {
  const { t } = useTranslation("lessons");
  const [count, setCount] = useState(0);
  const examples = useMemo(() => {
    const isPair = findBase(spec.base)?.config.kind === "encoder-decoder";
    const setting = { model: isPair ? "encoder-decoder" : "decoder", seed: spec.seed } as const;
    return spec.lanes.map(({ task }) =>
      drawShownExample(task?.options ?? {}, setting, createRandom(`example/${spec.seed}/${count}`)),
    );
  }, [spec, count]);
  return (
    <section aria-label={t("example.title")} className={styles.examples}>
      <div className={styles.head}>
        <h3>{t("example.title")}</h3>
        <Button onPress={() => setCount(count + 1)}>{t("example.next")}</Button>
      </div>
      {examples.map((example, i) => {
        const style = lanes[i]?.laneStyle;
        return (
          <div key={style?.key ?? i} style={{ "--lane": style?.color } as CSSProperties}>
            {lanes.length > 1 && <p className={styles.lane}>{style?.name}</p>}
            <Sequences example={example} />
          </div>
        );
      })}
      <p className="soft">{t("example.key")}</p>
    </section>
  );
}

function Sequences({ example: { source, sequence } }: { readonly example: ShownExample }) {
  const { t } = useTranslation("lessons");
  const read = source?.map((token) => ({ token, counts: false }));
  return (
    <>
      {read && <Tokens label={t("example.encoder")} tokens={read} />}
      <Tokens label={read && t("example.decoder")} tokens={sequence} />
    </>
  );
}

interface TokensProps {
  /** Which part of the model the tokens are given to, where there are two. */
  readonly label: string | undefined;
  readonly tokens: ShownExample["sequence"];
}

function Tokens({ label, tokens }: TokensProps) {
  const { t } = useTranslation("lessons");
  return (
    <div className={styles.row}>
      {label && <span className="soft">{label}</span>}
      <ol className={styles.tokens} translate="no">
        {tokens.map(({ token, counts }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a token is known by its place
          <li key={i} data-counts={counts}>
            {token}
            {counts && <VisuallyHidden> ({t("example.counts")})</VisuallyHidden>}
          </li>
        ))}
      </ol>
    </div>
  );
}
