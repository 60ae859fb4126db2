import { Toolbar } from "react-aria-components/Toolbar";
import { Button } from "../../components/Button";
import { wordLists } from "../../tasks/strings/wordings";
import styles from "./bench.module.css";

/**
 * Every word that instructions are made of, to be pressed instead of typed; synonyms are grouped. One stop of the Tab key:
 * the arrow keys go from word to word.
 */
export function WordChips({
  label,
  onPick,
}: {
  readonly label: string;
  readonly onPick: (word: string) => void;
}) {
  return (
    <Toolbar aria-label={label} className={styles.words ?? ""}>
      {wordLists.map((list) => (
        <span key={list[0]} className={styles.synonyms}>
          {list.map((word) => (
            <Button key={word} className={styles.word} variant="quiet" onPress={() => onPick(word)}>
              {word}
            </Button>
          ))}
        </span>
      ))}
    </Toolbar>
  );
}
