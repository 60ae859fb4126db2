import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Segmented } from "../components/Segmented";
import { useNumbers } from "../i18n/numbers";
import styles from "./AttentionView.module.css";
import { useLook } from "./use-look";

export interface AttentionViewProps {
  /** What was there before the token was written. */
  readonly prompt: string;
  /** The token that was written then. */
  readonly token: string;
  readonly isReady: boolean;
}

/** How many tokens are named for those who do not see the picture. */
const named = 4;

/** What the last token before a step read from, in one block: the mean over its heads. With a caution. */
export function AttentionView({ prompt, token, isReady }: AttentionViewProps) {
  const { t } = useTranslation("prompt");
  const numbers = useNumbers();
  const [block, setBlock] = useState<"1" | "2">("2");
  const layer = Number(block) - 1;
  const looked = useLook(isReady ? { kind: "attention", prompt, layer } : null);
  const isCurrent = looked?.question.prompt === prompt && looked.question.layer === layer;
  const found = isCurrent && looked.found.ok ? looked.found.value : null;
  const shares = found
    ? found.tokens.map((_, i) => meanOf(found.heads.map((head) => head.at(-1)?.[i] ?? 0)))
    : [];
  const most = Math.max(0.01, ...shares);
  const read = [...shares.keys()].sort((a, b) => shares[b]! - shares[a]!).slice(0, named);
  const said = read.map((i) => `${found?.tokens[i]} ${numbers.share(shares[i]!)}`).join(", ");
  return (
    <figure className={styles.attention}>
      <figcaption className="field-label">{t("bench.attention.title", { token })}</figcaption>
      <Segmented
        items={[
          { id: "1", label: t("bench.attention.block", { block: 1 }) },
          { id: "2", label: t("bench.attention.block", { block: 2 }) },
        ]}
        label={t("bench.attention.which")}
        value={block}
        onChange={setBlock}
      />
      <div aria-label={t("bench.attention.said", { said })} className={styles.tokens} role="img">
        {found?.tokens.map((each, i) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a token is told by its place
            key={i}
            style={{ "--share": `${Math.round((100 * shares[i]!) / most)}%` } as React.CSSProperties}
            title={numbers.share(shares[i]!)}
          >
            {each}
          </span>
        ))}
      </div>
      <p className="soft small">{t("bench.attention.caution")}</p>
    </figure>
  );
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
