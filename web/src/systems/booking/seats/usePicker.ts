import { useEffect, useMemo, useReducer, useRef, useState } from "react";
import type { Schemas } from "@/api/client";
import { asProblem } from "@/api/problem";
import { toastProblem } from "@/kit/toast";
import type { House, HouseSeat } from "../seatmap/House";
import { houseOfSeats } from "../seatmap/houseOfSeats";
import type { AreaFace } from "../seatmap/Scene";
import type { SeatLook } from "../seatmap/SeatLook";
import type { BestWish, ReserveBody } from "./bodies";
import type { Hold } from "./Hold";
import { keepSelection, keptSelection } from "./keptSelection";
import type { SeatsNow } from "./live/LiveSeats";
import { nothingSelected, type Selection, selectionReducer, takenReason } from "./selection";
import { type HoldControl, useHold } from "./useHold";
import { useLiveSeats } from "./useLiveSeats";
import { useReserve } from "./useReserve";

/** Everything the picker's parts show and do. */
export interface Picker {
  readonly showtimeId: string;
  readonly house: House;
  readonly currency: string;
  readonly seats: SeatsNow;
  readonly selection: Selection;
  readonly holding: HoldControl;
  readonly lookOf: (seat: HouseSeat) => SeatLook;
  readonly areas: readonly AreaFace[];
  /** Seats or places left, the chosen ones among them. */
  readonly freeCount: number;
  /** Seats left, without the places. */
  readonly freeSeats: number;
  /** Seats to bring into view: those the server chose. */
  readonly shown: readonly number[] | undefined;
  readonly isSending: boolean;
  readonly toggle: (seat: HouseSeat) => void;
  readonly setPlaces: (area: string, count: number) => void;
  readonly setAccess: (needsAccess: boolean) => void;
  readonly clear: () => void;
  readonly reserve: () => void;
  readonly reserveBest: (best: BestWish) => void;
  /** Gives the hold back and picks its seats again. */
  readonly change: () => Promise<void>;
  /** The hold's time is over. */
  readonly lapse: () => void;
}

/** The picker's state: seats live, a selection, and what is held. */
export function usePicker(answer: Schemas["SeatsAnswer"]): Picker {
  const showtimeId = String(answer.showtimeId);
  const house = useMemo(() => houseOfSeats(answer), [answer]);
  const seats = useLiveSeats(answer, house);
  const holding = useHold(showtimeId);
  const { hold } = holding;
  const [selection, act] = useReducer(selectionReducer, nothingSelected, (nothing) => {
    const kept = keptSelection(showtimeId);
    return kept === undefined ? nothing : selectionReducer(nothing, { type: "restore", ...kept });
  });
  const [shown, setShown] = useState<readonly number[]>();
  const { reserve, isSending } = useReserve({
    onHeld: (held) => {
      act({ type: "held" });
      holding.take(held);
      if (held.rung != null) setShown(held.seats.flatMap((label) => house.byLabel.get(label)?.index ?? []));
    },
    onRefused: (problem) => act({ type: "refused", ...refusalOf(problem, house) }),
  });

  useEffect(() => keepSelection(showtimeId, selection), [showtimeId, selection]);
  const returning = useTaken(selection, seats, house, (taken) => act({ type: "taken", seats: taken }));

  const lookOf = useMemo(() => {
    const [mine, chosen] = [new Set(hold?.seats), new Set(selection.seats)];
    const refused = new Set(selection.refusal?.seats);
    return ({ index, label }: HouseSeat): SeatLook => {
      if (mine.has(label) || (selection.isSending && chosen.has(label))) return "mine";
      if (chosen.has(label)) return "chosen";
      const status = seats.statuses[index] ?? "free";
      return status !== "free" && refused.has(label) ? "refused" : status;
    };
  }, [hold, selection, seats.statuses]);

  const areas = useMemo(
    () =>
      house.areas.map((area, index): AreaFace => {
        const places = hold?.area === area.name ? hold.places : 0;
        const chosen = selection.places?.area === area.name ? selection.places.count : 0;
        return { free: seats.areas[index]?.free ?? 0, mine: places + chosen };
      }),
    [house, seats.areas, hold, selection.places],
  );
  const freeSeats = useMemo(
    () => seats.statuses.reduce((sum, status) => sum + (status === "free" ? 1 : 0), 0),
    [seats.statuses],
  );

  return {
    showtimeId,
    house,
    currency: answer.currency,
    seats,
    selection,
    holding,
    lookOf,
    areas,
    freeCount: freeSeats + seats.areas.reduce((sum, area) => sum + area.free, 0),
    freeSeats,
    shown,
    isSending,
    toggle: (seat) => {
      const look = lookOf(seat);
      if (hold === undefined && (look === "free" || look === "chosen"))
        act({ type: "toggle", seat: seat.label });
    },
    setPlaces: (area, count) => act({ type: "places", area, count }),
    setAccess: (needsAccess) => act({ type: "access", needsAccess }),
    clear: () => act({ type: "clear" }),
    reserve: () => {
      if (reserve(wishOf(showtimeId, selection))) act({ type: "send" });
    },
    reserveBest: (best) => {
      reserve({ showtimeId, best });
    },
    change: async () => {
      if (hold === undefined || !(await holding.release())) return;
      act({ type: "restore", ...wantedAgain(hold, returning) });
    },
    lapse: () => {
      if (hold === undefined) return;
      act({ type: "lapsed", ...wantedAgain(hold, returning) });
      holding.forget();
    },
  };
}

/** What a hold that ended had; its seats are somebody else's only once they have been seen free. */
function wantedAgain({ seats, area, places }: Hold, returning: Set<string>) {
  for (const label of seats) returning.add(label);
  return { seats, places: area === undefined ? undefined : { area, count: places } };
}

function wishOf(showtimeId: string, { seats, places, needsAccess }: Selection): ReserveBody {
  return {
    showtimeId,
    ...(seats.length === 0 ? {} : { seats: [...seats] }),
    ...(places === undefined ? {} : { area: places.area, places: places.count }),
    ...(needsAccess ? { needsAccess } : {}),
  };
}

/** Why a wish is not to be had, and the seats in its way. */
function refusalOf(error: unknown, house: House): { seats: readonly string[]; reason: string } {
  const problem = asProblem(error);
  const seats = (problem.lists.seats ?? []).filter((label) => house.byLabel.has(label));
  if (problem.code === "seat_taken" && seats.length > 0) return { seats, reason: takenReason(seats) };
  if (problem.isPassing) toastProblem(problem);
  return { seats, reason: problem.detail ?? problem.title };
}

/**
 * Tells when others take seats that are picked here.
 * @returns Seats just given back: they are somebody else's only once they have been seen free.
 */
function useTaken(
  selection: Selection,
  seats: SeatsNow,
  house: House,
  onTaken: (seats: string[]) => void,
): Set<string> {
  const [returning] = useState(() => new Set<string>());
  const latest = useRef(onTaken);
  latest.current = onTaken;
  useEffect(() => {
    const taken = selection.seats.filter((label) => {
      const index = house.byLabel.get(label)?.index;
      const isFree = index !== undefined && seats.statuses[index] === "free";
      if (isFree) returning.delete(label);
      return !isFree && !returning.has(label);
    });
    if (taken.length > 0) latest.current(taken);
  }, [selection.seats, seats.statuses, house, returning]);
  return returning;
}
