import { QRCodeSVG } from "qrcode.react";
import { type RefObject, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../components/Button";
import { copyText } from "../components/copy-text";
import { DialogPopover } from "../components/Popover";
import { Segmented } from "../components/Segmented";
import { Switch } from "../components/Switch";
import { useLanguage } from "../i18n/use-language";
import { fullAddress } from "../state/address";
import { type EmbedKind, type HideablePart, hideableParts } from "./embed-query";
import styles from "./SharePopover.module.css";

export interface SharePopoverProps {
  readonly kind: EmbedKind;
  readonly place: string;
  readonly figure: string;
  readonly triggerRef: RefObject<HTMLElement | null>;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

const themes = ["system", "light", "dark"] as const;

/** A link with its QR code, and the code of a frame that shows the figure alone. */
export function SharePopover({ kind, place, figure, ...dialog }: SharePopoverProps) {
  const { t } = useTranslation("embed");
  const language = useLanguage();
  const [hidden, setHidden] = useState<readonly HideablePart[]>([]);
  const [theme, setTheme] = useState<(typeof themes)[number]>("system");
  const [isAnswerShown, setAnswerShown] = useState(false);
  const [said, say] = useState<"copied" | "copyFailed" | null>(null);

  const answer = isAnswerShown ? ["answer=shown"] : [];
  const link = fullAddress(withQuery(place, answer), language);
  const settings = [
    ...(hidden.length > 0 ? [`hide=${hidden.join(",")}`] : []),
    ...(theme === "system" ? [] : [`theme=${theme}`]),
  ];
  const frame = fullAddress(withQuery(figure, [...answer, ...settings]), language);
  const code = `<iframe src="${frame.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}" title="Tuning Playground" width="100%" height="520" style="border:0" loading="lazy"></iframe>`;

  const copy = async (text: string): Promise<void> => {
    say((await copyText(text)) ? "copied" : "copyFailed");
  };
  return (
    <DialogPopover {...dialog} title={t("share")}>
      <div className={styles.panel}>
        {kind === "lesson" && (
          <Switch isSelected={isAnswerShown} label={t("answer")} onChange={setAnswerShown} />
        )}
        <div className={styles.link}>
          <label className={styles.field}>
            {t("link")}
            <input readOnly value={link} onFocus={({ target }) => target.select()} />
          </label>
          <QRCodeSVG
            className={styles.code}
            marginSize={2}
            role="img"
            size={112}
            title={t("qr")}
            value={link}
          />
        </div>
        <Button onPress={() => void copy(link)}>{t("copyLink")}</Button>

        <fieldset className={styles.hide}>
          <legend>{t("hide")}</legend>
          {hideableParts[kind].map((part) => (
            <Switch
              key={part}
              isSelected={hidden.includes(part)}
              label={t(`parts.${part}`)}
              onChange={(isHidden) =>
                setHidden(
                  hideableParts[kind].filter((one) => (one === part ? isHidden : hidden.includes(one))),
                )
              }
            />
          ))}
        </fieldset>
        <Segmented
          items={themes.map((id) => ({ id, label: t(`themes.${id}`) }))}
          label={t("theme")}
          value={theme}
          onChange={setTheme}
        />
        <label className={styles.field}>
          {t("code")}
          <textarea readOnly rows={4} value={code} onFocus={({ target }) => target.select()} />
        </label>
        <Button onPress={() => void copy(code)}>{t("copyCode")}</Button>
        <p className={styles.said} role="status">
          {said && t(said)}
        </p>
      </div>
    </DialogPopover>
  );
}

function withQuery(place: string, parts: readonly string[]): string {
  if (parts.length === 0) return place;
  return `${place}${place.includes("?") ? "&" : "?"}${parts.join("&")}`;
}
