import { Copy, Download } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { download } from "../charts/download";
import { Button } from "../components/Button";
import { copyText } from "../components/copy-text";
import { Picker } from "../components/Picker";
import type { AnyOptions } from "../lib/options";
import { modelsFor, recipeFor } from "../recipes/index";
import { notebookText } from "../recipes/notebook";
import type { RealModel } from "../recipes/real-models";
import { makeScript, scriptText } from "../recipes/script";
import styles from "./recipes.module.css";

export interface RecipePanelProps {
  /** Id of the method. */
  readonly method: string;
  /** All its options, as they were chosen. */
  readonly options: AnyOptions;
  /** Id on the hub of the model to begin with. */
  readonly model?: string;
}

/** Choose a model, read the script, take it along. */
export function RecipePanel({ method, options, model: wished }: RecipePanelProps) {
  const { t } = useTranslation("recipes");
  const models = modelsFor(method);
  const [id, setId] = useState(wished ?? models[0]?.id ?? "");
  const [said, say] = useState<"copied" | "copyFailed" | "saved" | null>(null);
  const model = models.find((candidate) => candidate.id === id) ?? models[0];
  const recipe = model && recipeFor(method, options, model);
  if (!model || !recipe) return null;
  const script = makeScript(method, options, model, recipe);
  const text = scriptText(script);
  const name = `${method}-${shortName(model)}`;

  const copy = async (): Promise<void> => {
    say((await copyText(text)) ? "copied" : "copyFailed");
  };
  const save = (extension: string, content: string, type: string): void => {
    download(`${name}.${extension}`, new Blob([content], { type }));
    say("saved");
  };
  return (
    <>
      {!recipe.problem && <p className={styles.lead}>{t("lead")}</p>}
      <Picker
        items={models.map((each) => ({ id: each.id, label: shortName(each), hint: hintOf(each) }))}
        label={t("model")}
        value={model.id}
        variant="field"
        onChange={(chosen) => {
          setId(chosen);
          say(null);
        }}
      />
      {recipe.problem ? (
        <p className={styles.problem} role="status">
          {t(`problem.${recipe.problem}`)}
        </p>
      ) : (
        <>
          <p className="field-hint">
            {t("hint", {
              library: t(`library.${recipe.library}`),
              merge: t(recipe.merge === null ? "mergeNo" : "mergeYes"),
              notes: recipe.notes.length > 0 ? t("notes") : "",
            })}
          </p>
          <div className={styles.ways}>
            <Button icon={<Copy aria-hidden size={16} />} onPress={() => void copy()}>
              {t("copy")}
            </Button>
            <Button
              icon={<Download aria-hidden size={16} />}
              label={t("saveScript")}
              onPress={() => save("py", text, "text/x-python")}
            >
              .py
            </Button>
            <Button
              icon={<Download aria-hidden size={16} />}
              label={t("saveNotebook")}
              onPress={() => save("ipynb", notebookText(script), "application/x-ipynb+json")}
            >
              .ipynb
            </Button>
            <span className={styles.said} role="status">
              {said && t(said)}
            </span>
          </div>
          {/* What scrolls must be reachable by keyboard, and what has focus must have a name. */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section className={styles.code} lang="en" tabIndex={0} aria-label={t("script")}>
            <pre>
              <code>{text}</code>
            </pre>
          </section>
        </>
      )}
    </>
  );

  function hintOf(each: RealModel): string {
    return each.gated ? t("gated", { kind: t(`kinds.${each.kind}`) }) : t(`kinds.${each.kind}`);
  }
}

/** A model's name without its owner's. */
function shortName({ id }: RealModel): string {
  return id.slice(id.indexOf("/") + 1);
}
