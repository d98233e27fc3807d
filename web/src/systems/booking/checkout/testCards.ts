/** A card of the simulated payment provider. */
export interface TestCard {
  readonly token: string;
  readonly name: string;
  readonly digits: string;
  /** What happens with it. */
  readonly outcome: string;
}

/** Every card the simulated provider knows. */
export const testCards: readonly TestCard[] = [
  { token: "tok_ok", name: "Everyday card", digits: "4242", outcome: "Pays at once" },
  { token: "tok_declined", name: "Blocked card", digits: "0002", outcome: "The bank declines" },
  { token: "tok_insufficient_funds", name: "Empty card", digits: "9995", outcome: "Not enough money" },
  { token: "tok_slow", name: "Slow bank", digits: "3220", outcome: "Pays after two seconds" },
  {
    token: "tok_timeout",
    name: "Silent bank",
    digits: "0119",
    outcome: "Pays, but the answer is lost on its way",
  },
];
