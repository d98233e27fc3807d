import type { LiveHold } from "./holdQueries";

/** Whose a hold is, as well as it is known. */
export function ownerOf({ userName, userEmail, userId }: LiveHold): string {
  return userName ?? userEmail ?? `Account ${userId}`;
}

/** What is held: "D7, D8 and 2 places in Floor". */
export function heldWords({ seats, area, places }: LiveHold): string {
  const parts = seats.length === 0 ? [] : [seats.join(", ")];
  if (area != null && places != null) parts.push(`${places} ${places === 1 ? "place" : "places"} in ${area}`);
  return parts.join(" and ");
}
