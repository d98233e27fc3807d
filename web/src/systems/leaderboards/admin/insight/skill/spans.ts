import { formatCompact } from "@/kit/format";

/** A span of whole numbers: 1, 2 to 3, 4 to 7, 8192 and more. */
export function spanOf(from: number, to: number | null | undefined): string {
  if (from === to) return formatCompact(from);
  return to == null ? `${formatCompact(from)} and more` : `${formatCompact(from)}–${formatCompact(to)}`;
}
