import { Token, type TokenProps } from "./Token";
import styles from "./TokenLine.module.css";

export interface TokenLineProps extends Pick<TokenProps, "kind"> {
  readonly tokens: readonly string[];
}

/** Tokens in a row, over as many lines as they need. */
export function TokenLine({ tokens, kind }: TokenLineProps) {
  return (
    <span className={styles.line}>
      {tokens.map((token, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a token is told by its place
        <Token key={i} kind={kind ?? "prompt"} token={token} />
      ))}
    </span>
  );
}
