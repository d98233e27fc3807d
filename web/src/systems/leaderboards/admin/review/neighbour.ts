interface Case {
  readonly id: string;
  readonly status: string;
}

/** The next open case of a list, or the one before; undefined at its end. */
export function neighbour<T extends Case>(cases: readonly T[], id: string, step: 1 | -1): T | undefined {
  const from = cases.findIndex((each) => each.id === id);
  if (from < 0) return undefined;
  for (let at = from + step; at >= 0 && at < cases.length; at += step)
    if (cases[at]?.status === "open") return cases[at];
  return undefined;
}
