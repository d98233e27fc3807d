/** The label of the row at an index: A … Z, AA, AB … as columns of a spreadsheet. */
export function letterLabel(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterLabel(Math.floor(index / 26) - 1) + letter;
}

/** The ways to label rows. */
export const labelings = ["letters", "letters-without-io", "numbers"] as const;
export type Labeling = (typeof labelings)[number];

/** So many labels in order. Without I and O, nobody takes them for 1 and 0. */
export function rowLabels(count: number, labeling: Labeling): string[] {
  if (labeling === "numbers") return Array.from({ length: count }, (_, i) => String(i + 1));
  const labels: string[] = [];
  for (let i = 0; labels.length < count; i++) {
    const label = letterLabel(i);
    if (labeling === "letters" || !/[IO]/.test(label)) labels.push(label);
  }

  return labels;
}

/** The label that comes after one: B after A, AA after Z, 8 after 7, "Box 3" after "Box 2". */
export function nextLabel(label: string): string {
  const number = /^(.*?)(\d+)$/.exec(label);
  if (number !== null) return `${number[1]}${Number(number[2]) + 1}`;
  if (!/^[A-Z]+$/.test(label)) return `${label} 2`;
  const last = label.charCodeAt(label.length - 1);
  if (last < 90) return label.slice(0, -1) + String.fromCharCode(last + 1);
  return label.length === 1 ? "AA" : `${nextLabel(label.slice(0, -1))}A`;
}

/** A label after the given one that no row has yet; letters' case does not tell rows apart. */
export function freeLabel(after: string, taken: readonly string[]): string {
  const known = new Set(taken.map((label) => label.toUpperCase()));
  let label = nextLabel(after);
  while (known.has(label.toUpperCase())) label = nextLabel(label);
  return label;
}
