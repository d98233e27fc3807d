/** An estimated wait as people say it; nothing is promised that nobody knows. */
export function waitWords(seconds: number | null | undefined): string {
  if (seconds == null || !Number.isFinite(seconds)) return "How long it takes cannot be said yet.";
  if (seconds < 15) return "It is your turn in a few seconds.";
  if (seconds < 90) return "It takes about a minute.";
  if (seconds < 3600) return `It takes about ${Math.round(seconds / 60)} minutes.`;
  const hours = Math.round(seconds / 3600);
  return hours === 1 ? "It takes about an hour." : `It takes about ${hours} hours.`;
}
