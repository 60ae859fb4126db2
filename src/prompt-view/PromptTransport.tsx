import { useTranslation } from "react-i18next";
import { type Drive, Transport } from "../race-view/Transport";

export interface PromptTransportProps {
  readonly drive: Drive;
  /** Questions that every variant is asked. */
  readonly questions: number;
  /** Some questions have been answered: the first button goes on. */
  readonly isOnItsWay: boolean;
}

/** Asks, halts and asks again: the transport of a race, in the words of a prompt experiment. */
export function PromptTransport({ drive, questions, isOnItsWay }: PromptTransportProps) {
  const { t } = useTranslation("prompt");
  const play = isOnItsWay ? t("transport.goOn") : t("transport.ask", { count: questions });
  return <Transport drive={drive} labels={{ play, again: t("transport.again") }} />;
}
