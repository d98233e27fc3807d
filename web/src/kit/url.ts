/**
 * Reading filters out of the URL (for a route's `validateSearch`). Whatever makes no sense is dropped, so that a bad
 * link opens the page without that filter; what is dropped or default is absent, so that URLs stay short.
 */

/** A text that is not empty, trimmed, of at most 200 characters. The router hands over numbers as numbers. */
export function text(value: unknown): string | undefined {
  const string = typeof value === "number" || typeof value === "boolean" ? String(value) : value;
  if (typeof string !== "string") return undefined;
  const trimmed = string.trim().slice(0, 200);
  return trimmed === "" ? undefined : trimmed;
}

/** One of the values that exist. */
export function enumOf<T extends string>(value: unknown, values: readonly T[]): T | undefined {
  return values.find((each) => each === value);
}

/** A whole number within the bounds. */
export function integer(value: unknown, min = 0, max = Number.MAX_SAFE_INTEGER): number | undefined {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) && number >= min && number <= max
    ? number
    : undefined;
}

/** An id: up to 20 digits, kept as text, because as a number not all of them would be exact. */
export function id(value: unknown): string | undefined {
  const string = typeof value === "number" ? String(value) : value;
  return typeof string === "string" && /^[1-9]\d{0,19}$/.test(string) ? string : undefined;
}

/** A switch: present and true, or absent. */
export function flag(value: unknown): true | undefined {
  return value === true || value === "true" || value === 1 || value === "1" ? true : undefined;
}

/** A day as 2030-12-31 that exists. */
export function day(value: unknown): string | undefined {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value) ? value : undefined;
}

/** Several of the values that exist, without doubles; absent when none. */
export function listOf<T extends string>(value: unknown, values: readonly T[]): readonly T[] | undefined {
  const given = Array.isArray(value) ? value : [value];
  const known = values.filter((each) => given.includes(each));
  return known.length === 0 ? undefined : known;
}
