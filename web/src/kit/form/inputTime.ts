/** An instant as a `datetime-local` input shows it, in the zone of all times, which is UTC (`kit/format`). */
export function toInput(at: Date): string {
  return at.toISOString().slice(0, 16);
}

/** The instant such an input says; undefined when it is empty or says none. */
export function fromInput(text: string): Date | undefined {
  const at = new Date(`${text}Z`);
  return text === "" || Number.isNaN(at.getTime()) ? undefined : at;
}
