import { useTranslation } from "react-i18next";
import { usePageHead } from "../../components/page-head";
import { PreferenceParts } from "../../preference-view/PreferenceParts";

/** Choose, learn a reward, push the model: the whole way on one page, without a lesson around it. */
export function Preferences() {
  const { t } = useTranslation("preferences");
  usePageHead(t("title"), t("lead"));
  return (
    <>
      <div className="page-head">
        <h1>{t("title")}</h1>
        <p>{t("lead")}</p>
      </div>
      <PreferenceParts hasFrontier parts={["desk", "reward", "policy"]} />
    </>
  );
}
