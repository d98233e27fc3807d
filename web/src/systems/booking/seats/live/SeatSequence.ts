import type { House, SeatStatus } from "../../seatmap/House";
import type { AreaPlaces, SeatDiff, SeatEvent, SeatSnapshot } from "./SeatFeed";

/** What an event came to. */
export type Taken =
  /** It is in the picture now; these seats changed. */
  | { readonly outcome: "applied"; readonly changed: readonly number[] }
  /** It was known already. */
  | { readonly outcome: "repeated" }
  /** Something is missing before it: the picture is not to be trusted until a snapshot comes. */
  | { readonly outcome: "gap" };

const letters: Readonly<Record<string, SeatStatus>> = { f: "free", h: "held", s: "sold", b: "blocked" };

/**
 * A showtime's seats, kept up by numbered events. Takes them in order, knows what it has heard twice, and notices when
 * something is missing; then it takes nothing but a snapshot.
 */
export class SeatSequence {
  readonly #house: House;
  readonly #statuses: SeatStatus[];
  readonly #areas: AreaPlaces[];
  #version: number;
  #isSound = true;

  constructor(house: House, version: number, statuses: readonly SeatStatus[], areas: readonly AreaPlaces[]) {
    this.#house = house;
    this.#version = version;
    this.#statuses = [...statuses];
    this.#areas = [...areas];
  }

  /** The last version in the picture; undefined while it is not to be trusted. */
  get version(): number | undefined {
    return this.#isSound ? this.#version : undefined;
  }

  /** A copy of the statuses, by the seats' index. */
  statuses(): readonly SeatStatus[] {
    return [...this.#statuses];
  }

  areas(): readonly AreaPlaces[] {
    return [...this.#areas];
  }

  take(event: SeatEvent): Taken {
    switch (event.kind) {
      case "resync":
        this.#isSound = false;
        return { outcome: "gap" };
      case "snapshot":
        return this.#replace(event);
      default:
        return this.#apply(event);
    }
  }

  #replace(snapshot: SeatSnapshot): Taken {
    // One that is older than what is known was overtaken on its way.
    if (this.#isSound && snapshot.version < this.#version) return { outcome: "repeated" };
    const changed: number[] = [];
    for (let i = 0; i < this.#statuses.length; i++) {
      const status = letters[snapshot.statuses[i] ?? ""];
      if (status === undefined || status === this.#statuses[i]) continue;
      this.#statuses[i] = status;
      changed.push(i);
    }
    this.#setAreas(snapshot.areas);
    this.#version = snapshot.version;
    this.#isSound = true;
    return { outcome: "applied", changed };
  }

  #apply(diff: SeatDiff): Taken {
    if (!this.#isSound) return { outcome: "gap" };
    if (diff.version <= this.#version) return { outcome: "repeated" };
    if (diff.version !== this.#version + 1) {
      this.#isSound = false;
      return { outcome: "gap" };
    }
    const changed: number[] = [];
    for (const { seat: label, status } of diff.changes) {
      const index = this.#house.byLabel.get(label)?.index;
      if (index === undefined || this.#statuses[index] === status) continue;
      this.#statuses[index] = status;
      changed.push(index);
    }
    this.#setAreas(diff.areas);
    this.#version = diff.version;
    return { outcome: "applied", changed };
  }

  #setAreas(areas: readonly AreaPlaces[]): void {
    for (const area of areas) {
      const index = this.#house.areas.findIndex((each) => each.name === area.area);
      if (index >= 0) this.#areas[index] = area;
    }
  }
}
