import { useTranslation } from "react-i18next";
import { Card } from "../../components/Card";
import { useWords } from "../../i18n/words";
import { TakeToRealModel } from "../../race-view/TakeToRealModel";
import { modelsFor } from "../../recipes/index";
import { architectureOf, optionsOf, type Selection } from "./counted-method";
import styles from "./real-models.module.css";
import { recipeOptions } from "./recipe-options";

/** What one can take along from the page: for each chosen method a script that runs it, and its count in a terminal. */
export function Export({ selection }: { readonly selection: Selection }) {
  const { t } = useTranslation("realModels");
  const words = useWords();
  const architecture = architectureOf(selection);
  const recipes = selection.methods.flatMap((method) => {
    const options = recipeOptions(method, architecture, optionsOf(selection, method));
    return options ? [{ method, options }] : [];
  });
  return (
    <Card title={t("along.title")}>
      {recipes.length > 0 && (
        <>
          <p>{t("along.recipes")}</p>
          <ul className={styles.recipes}>
            {recipes.map(({ method, options }) => {
              const model = modelsFor(method).find(({ id }) => id.split("/").at(-1) === architecture.id)?.id;
              return (
                <li key={method}>
                  <span>{words.method(method).name}</span>
                  <TakeToRealModel method={method} options={options} {...(model ? { model } : {})} />
                </li>
              );
            })}
          </ul>
        </>
      )}
      <p>{t("along.text")}</p>
      {selection.own && <p className="soft small">{t("along.own")}</p>}
      <pre className={styles.commands}>
        {selection.methods.map((method) => `${commandOf(selection, method)}\n`).join("")}
      </pre>
    </Card>
  );
}

function commandOf(selection: Selection, method: string): string {
  const options = Object.entries(optionsOf(selection, method)).map(
    ([name, value]) => ` --option ${name}=${Array.isArray(value) ? value.join(",") : value}`,
  );
  const model = selection.own ? "--config config.json" : `--model ${selection.model}`;
  return `npm run count -- ${model} --method ${method}${options.join("")}`;
}
