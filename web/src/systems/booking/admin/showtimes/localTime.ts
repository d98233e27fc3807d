const two = (n: number) => String(n).padStart(2, "0");

/** An instant as a `datetime-local` input shows it, in this browser's zone. */
export function toLocal(at: Date): string {
  return `${toLocalDay(at)}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** Its day alone. */
export function toLocalDay(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The instant such an input says; undefined when it is empty or says none. */
export function fromLocal(text: string): Date | undefined {
  const at = new Date(text);
  return text === "" || Number.isNaN(at.getTime()) ? undefined : at;
}
