import type { ApiProblem } from "@/api/problem";

/** A field of the form, and what is wrong with it. */
export type FieldErrors = Readonly<Record<string, string>>;

interface Split {
  /** What the form's own inputs show. */
  readonly fields: FieldErrors;
  /** What no input shows, as `field: message`. */
  readonly rest: readonly string[];
}

/** Tells the problem's field errors that have an input from those that have none. */
export function splitErrors(problem: ApiProblem, hasInput: (field: string) => boolean): Split {
  const fields: Record<string, string> = {};
  const rest: string[] = [];
  for (const [field, messages] of Object.entries(problem.fields)) {
    const message = messages.join(" ");
    if (hasInput(field)) fields[field] = message;
    else rest.push(`${field}: ${message}`);
  }

  return { fields, rest };
}
