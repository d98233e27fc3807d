type Meaning = "good" | "warning" | "bad" | "info" | "neutral";

interface Word {
  readonly meaning: Meaning;
  readonly word: string;
}

const severities: Readonly<Record<string, Word>> = {
  info: { meaning: "info", word: "Info" },
  warning: { meaning: "warning", word: "Warning" },
  critical: { meaning: "bad", word: "Critical" },
};

const states: Readonly<Record<string, Word>> = {
  open: { meaning: "bad", word: "Firing" },
  acknowledged: { meaning: "warning", word: "Acknowledged" },
  resolved: { meaning: "good", word: "Resolved" },
};

const ruleStates: Readonly<Record<string, Word>> = {
  off: { meaning: "neutral", word: "Off" },
  quiet: { meaning: "good", word: "OK" },
  pending: { meaning: "warning", word: "Pending" },
  raised: { meaning: "bad", word: "Firing" },
};

const known = (words: Readonly<Record<string, Word>>, name: string): Word =>
  words[name] ?? { meaning: "neutral", word: name };

export const severityOf = (severity: string) => known(severities, severity);
export const alertStateOf = (state: string) => known(states, state);
export const ruleStateOf = (state: string) => known(ruleStates, state);

export const severityChoices = Object.entries(severities).map(([value, { word }]) => ({
  value,
  label: word,
}));

/** How a rule compares, in words. */
export const comparisonWords: Readonly<Record<string, string>> = {
  above: "is above",
  below: "is below",
  rises_by: "rises by",
  falls_by: "falls by",
};

/** Whether a rule compares with the time before: then its threshold is a share. */
export const isRelative = (comparison: string) => comparison === "rises_by" || comparison === "falls_by";

/** What a name of the server's is called where there is no title: `seats_booked` is "seats booked". */
export const plain = (name: string) => name.replaceAll("_", " ");

/** The same as a name of its own: `booking` is "Booking". */
export const titled = (name: string) => plain(name).replace(/^./, (first) => first.toUpperCase());
