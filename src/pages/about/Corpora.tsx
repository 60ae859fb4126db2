import { useTranslation } from "react-i18next";
import { corpora } from "./corpora";

/** Where the data come from, what each source gives, and its licence. */
export function Corpora() {
  const { t } = useTranslation("about");
  return (
    <table className="about-corpora">
      <thead>
        <tr>
          <th scope="col">{t("data.source")}</th>
          <th scope="col">{t("data.use")}</th>
          <th scope="col">{t("data.licence")}</th>
        </tr>
      </thead>
      <tbody>
        {corpora.map(({ id, name, url, licence }) => (
          <tr key={id}>
            <th scope="row">
              <a href={url}>{name}</a>
            </th>
            <td>{t(`data.items.${id}`)}</td>
            <td>{licence}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
