import type { Refusal } from "./protocol";

/** A request over the socket that did not succeed; `code` says why. */
export class LiveProblem extends Error {
  readonly code: string;
  /** What the server said, when it was the server: the problem document's fields. */
  readonly refusal: Refusal | undefined;

  constructor(code: string, message: string, refusal?: Refusal) {
    super(message);
    this.name = "LiveProblem";
    this.code = code;
    this.refusal = refusal;
  }
}
