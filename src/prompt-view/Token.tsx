import styles from "./Token.module.css";
import { pictureOf, useThingName } from "./thing-names";

export interface TokenProps {
  readonly token: string;
  /** prompt: it was given. written: the model wrote it. */
  readonly kind?: "prompt" | "written";
}

/** One token as the model reads it. A thing is drawn as its picture and read out by its name. */
export function Token({ token, kind = "prompt" }: TokenProps) {
  const nameOf = useThingName();
  const picture = pictureOf(token);
  const className = `${styles.token} ${styles[kind]}`;
  if (picture === null) return <span className={className}>{token === " " ? "␣" : token}</span>;
  return (
    <span aria-label={nameOf(token)} className={`${className} ${styles.picture}`} role="img" title={token}>
      {picture}
    </span>
  );
}
