/** What a field holds here and there. */
export interface Difference {
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

/** A field's name for people, and how its value is read. */
export interface ComparedField<T> {
  readonly label: string;
  readonly of: (record: T) => string;
}

/** The fields in which two versions of a record differ. */
export function differences<T>(mine: T, theirs: T, fields: readonly ComparedField<T>[]): Difference[] {
  return fields
    .map(({ label, of }) => ({ label, mine: of(mine), theirs: of(theirs) }))
    .filter((field) => field.mine !== field.theirs);
}
