/** Of an average letter, in shares of the font size; Chinese characters and their punctuation fill the square. */
const letter = 0.58;
const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** About how many pixels a line of semibold text takes, without asking the page, which would have to lay itself out for it. */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text) ems += wide.test(character) ? 1 : letter;
  return ems * fontSize;
}
