import { formatCompact, formatExact } from "./format";

interface Props {
  readonly value: number | null | undefined;
}

/** 12.4 k, with the exact number on hover. */
export function CompactNumber({ value }: Props) {
  return (
    <span className="tabular" title={formatExact(value)}>
      {formatCompact(value)}
    </span>
  );
}
