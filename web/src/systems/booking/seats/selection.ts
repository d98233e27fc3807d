/** The most seats and places one person holds at once. */
export const mostSeats = 10;

/** Places in a general-admission area. */
export interface Places {
  readonly area: string;
  readonly count: number;
}

/** What somebody has picked and what became of asking for it. */
export interface Selection {
  /** Labels, in the order they were picked. */
  readonly seats: readonly string[];
  readonly places: Places | undefined;
  /** Whether somebody of the party needs an accessible seat. */
  readonly needsAccess: boolean;
  /** Asked for, and not answered yet: shown as held already. */
  readonly isSending: boolean;
  /** Why the last wish, or a part of it, is not to be had. */
  readonly refusal: Refusal | undefined;
}

export interface Refusal {
  /** The seats in the way; they are picked no more. */
  readonly seats: readonly string[];
  readonly reason: string;
}

export type SelectionAction =
  | { readonly type: "toggle"; readonly seat: string }
  | { readonly type: "places"; readonly area: string; readonly count: number }
  | { readonly type: "access"; readonly needsAccess: boolean }
  /** The wish goes to the server. */
  | { readonly type: "send" }
  /** The server holds it. */
  | { readonly type: "held" }
  /** The server does not: back to what was picked, without the seats in the way. */
  | { readonly type: "refused"; readonly seats: readonly string[]; readonly reason: string }
  /** Others took seats meanwhile. */
  | { readonly type: "taken"; readonly seats: readonly string[] }
  | { readonly type: "restore"; readonly seats: readonly string[]; readonly places: Places | undefined }
  /** The hold ran out before it was paid: its seats are picked again, for as long as nobody is quicker. */
  | { readonly type: "lapsed"; readonly seats: readonly string[]; readonly places: Places | undefined }
  | { readonly type: "clear" };

export const nothingSelected: Selection = {
  seats: [],
  places: undefined,
  needsAccess: false,
  isSending: false,
  refusal: undefined,
};

/** How many people the selection is for. */
export function partyOf({ seats, places }: Pick<Selection, "seats" | "places">): number {
  return seats.length + (places?.count ?? 0);
}

/** The selection after an action. While a wish is under way it is not changed. */
export function selectionReducer(before: Selection, action: SelectionAction): Selection {
  switch (action.type) {
    case "toggle":
      return before.isSending ? before : toggled(before, action.seat);
    case "places":
      return before.isSending ? before : withPlaces(before, action.area, action.count);
    case "access":
      return { ...before, needsAccess: action.needsAccess, refusal: undefined };
    case "send":
      return { ...before, isSending: true, refusal: undefined };
    case "held":
      return { ...nothingSelected, needsAccess: before.needsAccess };
    case "refused":
      return { ...without(before, action.seats), isSending: false, refusal: action };
    case "taken":
      return taken(before, action.seats);
    case "restore":
      return { ...nothingSelected, seats: action.seats.slice(0, mostSeats), places: action.places };
    case "lapsed":
      return {
        ...nothingSelected,
        needsAccess: before.needsAccess,
        seats: action.seats,
        places: action.places,
        refusal: { seats: [], reason: lapsedReason },
      };
    case "clear":
      return { ...nothingSelected, needsAccess: before.needsAccess };
  }
}

function toggled(before: Selection, seat: string): Selection {
  if (before.seats.includes(seat)) return { ...without(before, [seat]), refusal: undefined };
  if (partyOf(before) >= mostSeats) {
    const reason = `At most ${mostSeats} at once. Take one away to choose another.`;
    return { ...before, refusal: { seats: [], reason } };
  }
  return { ...before, seats: [...before.seats, seat], refusal: undefined };
}

function withPlaces(before: Selection, area: string, wanted: number): Selection {
  const count = Math.min(Math.max(0, wanted), mostSeats - before.seats.length);
  return { ...before, places: count === 0 ? undefined : { area, count }, refusal: undefined };
}

function without(before: Selection, seats: readonly string[]): Selection {
  return { ...before, seats: before.seats.filter((seat) => !seats.includes(seat)) };
}

/** While a wish is under way, the seats that become held may be one's own. */
function taken(before: Selection, seats: readonly string[]): Selection {
  const lost = before.isSending ? [] : before.seats.filter((seat) => seats.includes(seat));
  if (lost.length === 0) return before;
  return { ...without(before, lost), refusal: { seats: lost, reason: takenReason(lost) } };
}

const lapsedReason =
  "The time is over and the seats are free for everybody. Reserve again, if you are quick.";

/** "F12 was just taken by somebody else." */
export function takenReason(seats: readonly string[]): string {
  const names = new Intl.ListFormat("en").format(seats);
  return `${names} ${seats.length === 1 ? "was" : "were"} just taken by somebody else.`;
}
