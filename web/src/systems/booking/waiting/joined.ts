const nameOf = (showtimeId: string) => `catalog-waits-${showtimeId}`;

/**
 * Whether this browser joined a show's waiting list. Only saves asking about a place that is most likely not there;
 * whoever joined elsewhere is told so when joining here.
 */
export function hasJoined(showtimeId: string): boolean {
  return localStorage.getItem(nameOf(showtimeId)) !== null;
}

export function rememberJoined(showtimeId: string, isWaiting: boolean): void {
  if (isWaiting) localStorage.setItem(nameOf(showtimeId), "1");
  else localStorage.removeItem(nameOf(showtimeId));
}
