/** A place on a board, with who has it. */
export interface Ranked {
  readonly rank: number;
  readonly playerId: string;
  readonly name: string;
  readonly score: number;
}
