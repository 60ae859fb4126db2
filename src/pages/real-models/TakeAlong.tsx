import { useTranslation } from "react-i18next";
import { Card } from "../../components/Card";
import { optionsOf, type Selection } from "./counted-method";

/** What one can take along from the page: for each chosen method, what does the same elsewhere. */
export function TakeAlong({ selection }: { readonly selection: Selection }) {
  const { t } = useTranslation("realModels");
  return (
    <Card title={t("along.title")}>
      <p>{t("along.text")}</p>
      <pre className="real-commands">
        {selection.methods.map((method) => `${commandOf(selection, method)}\n`).join("")}
      </pre>
    </Card>
  );
}

function commandOf(selection: Selection, method: string): string {
  const options = Object.entries(optionsOf(selection, method)).map(
    ([name, value]) => ` --option ${name}=${Array.isArray(value) ? value.join(",") : value}`,
  );
  return `npm run count -- --model ${selection.model} --method ${method}${options.join("")}`;
}
