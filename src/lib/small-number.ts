const raised: Readonly<Record<string, string>> = {
  "-": "⁻",
  ...Object.fromEntries([..."⁰¹²³⁴⁵⁶⁷⁸⁹"].map((digit, i) => [String(i), digit])),
};

/** A small difference as people write it, without line breaks: "0", "0.12", "3.1 × 10⁻⁸". */
export function smallNumber(value: number): string {
  if (value === 0) return "0";
  if (Math.abs(value) >= 0.001) return value.toPrecision(2);
  const [digits = "", exponent = ""] = value.toExponential(1).split("e");
  return `${digits}\u00a0×\u00a010${[...exponent].map((sign) => raised[sign] ?? sign).join("")}`;
}
