/** A price range in words, or nothing when every price is meant. */
export function priceRangeLabel(min: number | undefined, max: number | undefined): string | undefined {
  if (min !== undefined && max !== undefined) return `€${min} to €${max}`;
  if (min !== undefined) return `From €${min}`;
  return max === undefined ? undefined : `Up to €${max}`;
}
