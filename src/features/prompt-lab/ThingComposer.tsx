import { Dices, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { createRandom } from "../../lib/random";
import { things } from "../../tasks/reader/things";
import type { ComposerProps } from "./composer-props";
import { DemonstrationList } from "./DemonstrationList";
import { freshSeed } from "./fresh-seed";
import styles from "./lab-things.module.css";
import { problemOf } from "./read-prompt";
import { ThingPicker } from "./ThingPicker";
import {
  attributeOf,
  randomDemonstrations,
  readThings,
  relabeled,
  relabelings,
  type ThingPrompt,
  writeThings,
} from "./thing-prompt";

/** As many as in the documents of pretraining. */
const usualCount = 16;

/** Builds a prompt from things: demonstrations with their labels, and the thing that is asked for. */
export function ThingComposer({ prompt, onPrompt }: ComposerProps) {
  const { t } = useTranslation("lab");
  const parts = readThings(prompt);
  const { demonstrations, question } = parts;
  const attribute = attributeOf(demonstrations);
  const write = (change: Partial<ThingPrompt>): void => onPrompt(writeThings({ ...parts, ...change }));
  const more = (count: number) => randomDemonstrations(count, parts, attribute, freshSeed());
  return (
    <div className={styles.composer}>
      <div className={styles.head}>
        <h3>{t("things.title")}</h3>
        <p className="soft small">{t("things.hint")}</p>
      </div>
      <DemonstrationList
        demonstrations={demonstrations}
        onChange={(changed) => write({ demonstrations: changed })}
      />
      <div className={styles.buttons}>
        <Button
          icon={<Plus aria-hidden size={15} />}
          onPress={() => write({ demonstrations: [...demonstrations, ...more(1)] })}
        >
          {t("things.add")}
        </Button>
        <Button
          icon={<Dices aria-hidden size={15} />}
          onPress={() => write({ demonstrations: more(usualCount) })}
        >
          {t("things.sixteen")}
        </Button>
        <Button
          isDisabled={demonstrations.length === 0}
          variant="quiet"
          onPress={() => write({ demonstrations: [] })}
        >
          {t("things.none")}
        </Button>
      </div>
      <fieldset className={styles.buttons}>
        <legend className="field-label">{t("things.relabel")}</legend>
        {relabelings.map((how) => (
          <Button
            key={how}
            isDisabled={demonstrations.length === 0}
            onPress={() => write({ demonstrations: relabeled(demonstrations, how, freshSeed()) })}
          >
            {t(`things.relabelings.${how}`)}
          </Button>
        ))}
      </fieldset>
      <div className={styles.question}>
        <ThingPicker
          label={t("things.question")}
          value={question}
          onChange={(thing) => write({ question: thing })}
        />
        <Button
          icon={<Dices aria-hidden size={15} />}
          onPress={() => write({ question: createRandom(freshSeed()).pick(things).name })}
        >
          {t("randomQuestion")}
        </Button>
      </div>
      {question === "" && problemOf(prompt) === null && (
        <p className="wrong-answer">{t("things.noQuestion")}</p>
      )}
    </div>
  );
}
