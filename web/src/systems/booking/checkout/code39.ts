/** Code 39 (ISO/IEC 16388): nine elements a character, bar and space in turn; `w` is wide. */
const characters: Readonly<Record<string, string>> = {
  "0": "nnnwwnwnn",
  "1": "wnnwnnnnw",
  "2": "nnwwnnnnw",
  "3": "wnwwnnnnn",
  "4": "nnnwwnnnw",
  "5": "wnnwwnnnn",
  "6": "nnwwwnnnn",
  "7": "nnnwnnwnw",
  "8": "wnnwnnwnn",
  "9": "nnwwnnwnn",
  A: "wnnnnwnnw",
  B: "nnwnnwnnw",
  C: "wnwnnwnnn",
  D: "nnnnwwnnw",
  E: "wnnnwwnnn",
  F: "nnwnwwnnn",
  "-": "nwnnnnwnw",
  "*": "nwnnwnwnn",
};
const wide = 2.5;

export interface Bar {
  readonly x: number;
  readonly width: number;
}

/** The bars of a text of hexadecimal digits and hyphens, in narrow widths; undefined when it has anything else. */
export function code39(text: string): { readonly bars: readonly Bar[]; readonly width: number } | undefined {
  const bars: Bar[] = [];
  let x = 0;
  for (const character of `*${text}*`) {
    const elements = characters[character];
    if (elements === undefined || (character === "*" && text.includes("*"))) return undefined;
    [...elements].forEach((element, index) => {
      const width = element === "w" ? wide : 1;
      if (index % 2 === 0) bars.push({ x, width });
      x += width;
    });
    x += 1;
  }
  return { bars, width: x - 1 };
}
