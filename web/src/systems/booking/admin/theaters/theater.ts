import type { Schemas } from "@/api/client";
import type { ComparedField } from "@/kit/form/differences";
import { capacityOf, type Plan } from "../plan/plan";
import { planOf } from "../plan/shape";

export type Theater = Schemas["TheaterAnswer"];

/** What a theater's form holds beside the plan. */
export interface TheaterForm {
  readonly name: string;
  readonly city: string;
  readonly address: string;
  readonly latitude: number | string;
  readonly longitude: number | string;
}

export const emptyTheater: TheaterForm = { name: "", city: "", address: "", latitude: 0, longitude: 0 };

/** The form of a theater. */
export const formOf = ({ name, city, address, latitude, longitude }: Theater): TheaterForm => ({
  name,
  city,
  address,
  latitude,
  longitude,
});

/** What is wrong with the form, field by field, in the server's bounds. */
export const theaterRules = {
  name: (value: string) => named(value),
  city: (value: string) => named(value),
  address: (value: string) => (value.trim().length > 400 ? "At most 400 characters." : null),
  latitude: (value: number | string) => within(value, 90),
  longitude: (value: number | string) => within(value, 180),
};

/** A theater as two versions of it are compared. */
export interface ComparedTheater {
  readonly form: TheaterForm;
  readonly plan: Plan;
}

/** A saved theater, to be compared. */
export const comparedOf = (theater: Theater): ComparedTheater => ({
  form: formOf(theater),
  plan: planOf(theater.plan ?? { zones: [] }),
});

/** The fields two versions of a theater are compared by. */
export const theaterFields: readonly ComparedField<ComparedTheater>[] = [
  { label: "Name", of: ({ form }) => form.name },
  { label: "City", of: ({ form }) => form.city },
  { label: "Address", of: ({ form }) => form.address },
  { label: "Place", of: ({ form }) => `${form.latitude}, ${form.longitude}` },
  { label: "Rows", of: ({ plan }) => plan.rows.map((row) => row.label).join(" ") },
  { label: "Seats", of: ({ plan }) => String(capacityOf(plan).seats) },
  { label: "Zones", of: ({ plan }) => plan.zones.join(", ") },
  {
    label: "Areas",
    of: ({ plan }) => plan.areas.map((area) => `${area.name} (${area.capacity})`).join(", "),
  },
];

function named(value: string): string | null {
  const { length } = value.trim();
  if (length === 0) return "Is required.";
  return length > 200 ? `At most 200 characters; these are ${length}.` : null;
}

function within(value: number | string, most: number): string | null {
  const degrees = Number(value);
  return value !== "" && Math.abs(degrees) <= most ? null : `Degrees from -${most} to ${most}.`;
}
