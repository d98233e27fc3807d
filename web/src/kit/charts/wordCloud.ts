/** A word and how often it was said. */
export interface Word {
  readonly text: string;
  readonly count: number;
}

interface SizedWord extends Word {
  /** In pixels. */
  readonly size: number;
}

const [smallest, largest] = [12, 40];

/** The most said words in alphabetical order, as large as the root of their counts: so areas compare as counts do. */
export function sizeWords(words: readonly Word[], most = 60): SizedWord[] {
  const shown = [...words].sort((a, b) => b.count - a.count).slice(0, most);
  const [high, low] = [Math.sqrt(shown[0]?.count ?? 1), Math.sqrt(shown.at(-1)?.count ?? 1)];
  const share = (count: number) => (high === low ? 0.5 : (Math.sqrt(count) - low) / (high - low));
  return shown
    .map((word) => ({ ...word, size: Math.round(smallest + share(word.count) * (largest - smallest)) }))
    .sort((a, b) => a.text.localeCompare(b.text));
}
