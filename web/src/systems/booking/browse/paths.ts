/** Where seats of a showtime are chosen. */
export function seatsPath(showtimeId: string | number): string {
  return `/booking/showtimes/${showtimeId}`;
}

/** Where a hold is paid for. */
export function checkoutPath(bookingId: string): string {
  return `/booking/checkout/${bookingId}`;
}
