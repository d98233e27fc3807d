import type { Schemas } from "@/api/client";
import { formatDay, formatExact, formatTime } from "@/kit/format";

type House = Pick<Schemas["ShowtimeAnswer"], "capacity" | "free" | "held" | "status" | "onSaleAt">;

/** How full a house is, in words and as a share. */
export interface Fill {
  /** Taken, of 1. */
  readonly share: number;
  readonly label: string;
  readonly state: "open" | "few" | "full" | "closed";
}

/** From this share on it is said that few are left. */
const fewFrom = 0.9;

/** How full a house is at a moment. */
export function fillOf(house: House, now: number): Fill {
  const share = house.capacity === 0 ? 0 : 1 - house.free / house.capacity;
  if (house.status === "cancelled") return { share, label: "Called off", state: "closed" };
  const onSale = house.onSaleAt == null ? undefined : new Date(house.onSaleAt);
  if (onSale !== undefined && onSale.getTime() > now) {
    return { share, label: `On sale ${formatDay(onSale)}, ${formatTime(onSale)}`, state: "closed" };
  }

  // What is held may come back within minutes, so it is not sold out yet.
  if (house.free === 0) return { share, label: house.held > 0 ? "All held" : "Sold out", state: "full" };
  const left = formatExact(house.free);
  return share >= fewFrom
    ? { share, label: `Only ${left} left`, state: "few" }
    : { share, label: `${left} free`, state: "open" };
}
