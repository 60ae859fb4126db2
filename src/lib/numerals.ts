const digits = "零一二三四五六七八九";
const units = ["", "十", "百", "千"];

/** Writes a whole number from 0 to 99,999,999 in Chinese numerals: 1804 -> 一千八百零四. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 1e8)
    throw new RangeError(`no Chinese numeral for ${value}`);
  if (value === 0) return "零";
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  const gap = high > 0 && low > 0 && low < 1000 ? "零" : "";
  return (high > 0 ? `${belowTenThousand(high)}万` : "") + gap + belowTenThousand(low);
}

/** 1–9999; a run of inner zeros is read as one 零, trailing zeros are silent. 0 gives "". */
function belowTenThousand(value: number): string {
  let text = "";
  let zeros = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit > 0) {
      text += `${zeros ? "零" : ""}${digits[digit]}${units[place]}`;
      zeros = false;
    } else if (text !== "") zeros = true;
  }
  return text;
}

const romans = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
] as const;

/** Writes a whole number from 1 to 3999 in Roman numerals: 419 -> CDXIX. */
export function romanNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 3999)
    throw new RangeError(`no Roman numeral for ${value}`);
  let rest = value;
  let text = "";
  for (const [worth, letters] of romans) {
    while (rest >= worth) {
      text += letters;
      rest -= worth;
    }
  }
  return text;
}
