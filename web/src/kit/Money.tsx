import { formatMoney } from "./format";

interface Props {
  /** In hundredths. */
  readonly cents: number | null | undefined;
  readonly currency?: string;
}

/** An amount of money, with figures of equal width. */
export function Money({ cents, currency = "EUR" }: Props) {
  return <span className="tabular">{formatMoney(cents, currency)}</span>;
}
