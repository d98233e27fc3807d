/** Thrown where the user may not go; the layout then says so and offers a way out. */
export class Forbidden extends Error {
  override readonly name = "Forbidden";

  constructor() {
    super("This page is for administrators.");
  }
}
