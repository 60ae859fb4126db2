import { useTranslation } from "react-i18next";
import { type ShareLine, shareLook } from "../charts/share-curve";
import { useNumbers } from "../i18n/numbers";
import styles from "./CurveKeys.module.css";

export interface CurveKeysProps {
  readonly lines: readonly ShareLine[];
  readonly chance: number;
  readonly hasIdeal: boolean;
}

/** What the lines of a curve of scores are. */
export function CurveKeys({ lines, chance, hasIdeal }: CurveKeysProps) {
  const { t } = useTranslation("prompt");
  const numbers = useNumbers();
  return (
    <ul className={styles.keys}>
      {lines.map(({ name }, i) => (
        <li key={name} style={{ color: shareLook(i).color }}>
          <Swatch dash={shareLook(i).dash} />
          {name}
        </li>
      ))}
      {hasIdeal && (
        <li className="soft">
          <Swatch dash="1 5" />
          {t("scores.bayes")}
        </li>
      )}
      <li className="soft">
        <Swatch dash="5 5" />
        {t("scores.keyChance", { chance: numbers.score(chance) })}
      </li>
      {lines.some(({ recorded }) => recorded.length > 0) && (
        <li className="soft">
          <span aria-hidden className={styles.ring} />
          {t("scores.keyRecorded")}
        </li>
      )}
    </ul>
  );
}

function Swatch({ dash }: { readonly dash: string }) {
  return (
    <svg aria-hidden height="8" width="30">
      <path
        d="M1 4H29"
        stroke="currentColor"
        strokeDasharray={dash}
        strokeLinecap="round"
        strokeWidth="2.4"
      />
    </svg>
  );
}
