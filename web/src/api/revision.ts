/** A record's revision, as `If-Match` names it. */
export const tagOf = (revision: number) => `"${revision}"`;
