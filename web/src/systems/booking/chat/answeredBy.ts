/** Who worded an answer, as it is said below it. */
export function answeredByLabel(answeredBy: string): string {
  return answeredBy === "local" ? "Answered by the local model" : `Answered by ${answeredBy}`;
}
