import type { Schemas } from "@/api/client";
import { formatMoney } from "@/kit/format";

type Wish = Pick<
  Schemas["MyWaitAnswer"],
  "count" | "together" | "area" | "zones" | "maxPriceCents" | "currency"
>;

/** What somebody waits for: "2 seats side by side in Premium, up to €15.00 each". */
export function wishWords({ count, together, area, zones, maxPriceCents, currency }: Wish): string {
  const seats = `${count} ${area == null ? "seat" : "place"}${count === 1 ? "" : "s"}`;
  const how = together && count > 1 ? " side by side" : "";
  const where = area != null ? ` in ${area}` : zones == null ? "" : ` in ${zones.join(" or ")}`;
  const price =
    maxPriceCents == null
      ? ""
      : `, up to ${formatMoney(maxPriceCents, currency)}${count === 1 ? "" : " each"}`;
  return `${seats}${how}${where}${price}`;
}

/** "You are first in line." or how many are before. */
export function placeWords(position: number): string {
  if (position === 1) return "First in line";
  return position === 2 ? "1 person before you" : `${(position - 1).toLocaleString("en")} people before you`;
}
