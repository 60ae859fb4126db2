import type { CSSProperties } from "react";
import { Symbols } from "recharts";
import { methodAppearance } from "../../components/method-appearance";
import { useWords } from "../../i18n/words";
import styles from "./results.module.css";

/** The marks of methods with their names. */
export function MethodLegend({ methods }: { readonly methods: readonly string[] }) {
  const words = useWords();
  return (
    <ul className={styles.methodLegend}>
      {methods.map((id) => {
        const { color, marker } = methodAppearance(id);
        return (
          <li key={id} style={{ "--lane": color } as CSSProperties}>
            <svg aria-hidden height={12} viewBox="0 0 12 12" width={12}>
              <Symbols cx={6} cy={6} fill="currentColor" size={62} type={marker} />
            </svg>
            {words.method(id).short}
          </li>
        );
      })}
    </ul>
  );
}
