import { useLanguage } from "../../i18n/use-language";

const words = {
  en: {
    title: "Four bases, from small to large",
    total: "Parameters of the base",
    reached: "Share of full fine-tuning’s accuracy",
    hint: "Point at a dot, or step through them with the arrow keys.",
    summary: "Accuracy of BitFit and of a random subset as a share of full fine-tuning’s, on four bases.",
    none: "The recorded figures could not be loaded. Reopen the lesson when you are online.",
    facts: "{trained} parameters trained, {score} right; full fine-tuning {full}",
  },
  zh: {
    title: "四个基座，从小到大",
    total: "基座的参数量",
    reached: "达到全量微调准确率的多少",
    hint: "指向一个点，或用方向键逐个查看。",
    summary: "四个基座上，BitFit 和随机子集的准确率占全量微调的比例。",
    none: "录制的数据没有取到。请在联网后重新打开这一课。",
    facts: "训练 {trained} 个参数，答对 {score}；全量微调 {full}",
  },
} as const;

/** The words of this lesson's own figure in the current language. */
export function useFigureWords(): (typeof words)["en" | "zh"] {
  return words[useLanguage()];
}
