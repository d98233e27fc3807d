/** An age rating in words. */
export function ageLabel(rating: string): string {
  if (rating === "0") return "All ages";
  return /^\d+$/.test(rating) ? `From ${rating}` : rating;
}
