import type { ComparedField } from "@/kit/form/differences";
import { fromInput, toInput } from "@/kit/form/inputTime";
import type { ContestTerms } from "../events/contest";

/** A contest as its form holds it. */
export interface ContestForm {
  readonly mode: string;
  readonly name: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** How many times a score counts: 2 for double points. */
  readonly factor: number | string;
  readonly multipliesBoards: boolean;
  readonly needsJoining: boolean;
  /** Empty for any number, as the next two. */
  readonly maxPlayers: number | string;
  readonly maxAttempts: number | string;
  readonly attemptMinutes: number | string;
  /** Empty for all. */
  readonly region: string;
}

export const emptyContest: ContestForm = {
  mode: "",
  name: "",
  startsAt: "",
  endsAt: "",
  factor: 1,
  multipliesBoards: false,
  needsJoining: false,
  maxPlayers: "",
  maxAttempts: "",
  attemptMinutes: "",
  region: "",
};

const yesOrNo = (value: boolean) => (value ? "Yes" : "No");

/** What of two versions is compared. */
export const contestFields: readonly ComparedField<ContestForm>[] = [
  { label: "Name", of: (form) => form.name.trim() },
  { label: "Region", of: (form) => form.region },
  { label: "Begins", of: (form) => form.startsAt.replace("T", " ") },
  { label: "Ends", of: (form) => form.endsAt.replace("T", " ") },
  { label: "A score counts", of: (form) => `${form.factor} ×` },
  { label: "On all other boards, too", of: (form) => yesOrNo(form.multipliesBoards) },
  { label: "Games a player", of: (form) => String(form.maxAttempts) },
  { label: "Only who joined", of: (form) => yesOrNo(form.needsJoining) },
  { label: "Places", of: (form) => String(form.maxPlayers) },
  { label: "Minutes from joining", of: (form) => String(form.attemptMinutes) },
];

const orEmpty = (count: number) => (count === 0 ? "" : count);

/** The form of a contest. */
export function formOf(mode: string, terms: ContestTerms): ContestForm {
  return {
    mode,
    name: terms.name,
    startsAt: toInput(new Date(terms.startsAt)),
    endsAt: toInput(new Date(terms.endsAt)),
    factor: terms.multiplierPercent / 100,
    multipliesBoards: terms.multipliesBoards,
    needsJoining: terms.needsJoining,
    maxPlayers: orEmpty(terms.maxPlayers),
    maxAttempts: orEmpty(terms.maxAttempts),
    attemptMinutes: orEmpty(terms.attemptMinutes),
    region: terms.region ?? "",
  };
}

/** The rules the form says. What only a tournament has is dropped from an event. */
export function termsOf(form: ContestForm): ContestTerms {
  return {
    name: form.name.trim(),
    startsAt: fromInput(form.startsAt)?.toISOString() ?? "",
    endsAt: fromInput(form.endsAt)?.toISOString() ?? "",
    multiplierPercent: Math.round(Number(form.factor) * 100),
    multipliesBoards: form.multipliesBoards && Number(form.factor) !== 1,
    needsJoining: form.needsJoining,
    maxPlayers: form.needsJoining ? Number(form.maxPlayers) : 0,
    maxAttempts: Number(form.maxAttempts),
    attemptMinutes: form.needsJoining ? Number(form.attemptMinutes) : 0,
    region: form.region === "" ? null : form.region,
  };
}

const whole = (value: number | string) =>
  value === "" || (Number.isInteger(Number(value)) && Number(value) >= 1)
    ? null
    : "A whole number, or nothing for any number.";

/** What can be told to be wrong before asking the server. */
export const contestRules = {
  mode: (value: string) => (value === "" ? "Choose a game mode." : null),
  name: (value: string) => (value.trim() === "" ? "Give it a name." : null),
  startsAt: (value: string) => (fromInput(value) === undefined ? "Say when it begins." : null),
  endsAt: (value: string, { startsAt }: ContestForm) => {
    const [start, end] = [fromInput(startsAt), fromInput(value)];
    if (end === undefined) return "Say when it ends.";
    return start !== undefined && end <= start ? "It has to end after it begins." : null;
  },
  factor: (value: number | string) =>
    value !== "" && Number(value) >= 0.01 && Number(value) <= 100 ? null : "Between 0.01 and 100.",
  maxPlayers: whole,
  maxAttempts: whole,
  attemptMinutes: whole,
};
