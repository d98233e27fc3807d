/** What a ticket's code says to whoever scans it. */
export function ticketCode(bookingId: string): string {
  return `catalog:booking:${bookingId}`;
}
