import type { Schemas } from "@/api/client";
import type { ComparedField } from "@/kit/form/differences";
import type { MovieBody } from "../bodies";

export type Film = Schemas["MovieAnswer"];

/** A film as its form holds it. */
export interface FilmForm {
  readonly title: string;
  readonly description: string;
  readonly durationMinutes: number | string;
  readonly genre: string;
  readonly rating: string;
  readonly posterUrl: string;
  readonly releasedOn: string;
}

/** What the server answers for a film without a release day. */
const noDay = "0001-01-01";

export const emptyFilm: FilmForm = {
  title: "",
  description: "",
  durationMinutes: "",
  genre: "",
  rating: "",
  posterUrl: "",
  releasedOn: "",
};

/** The film's release day, if it has one. */
export const releaseOf = (film: Film) => (film.releasedOn === noDay ? undefined : film.releasedOn);

/** The form of a film. */
export function formOf(film: Film): FilmForm {
  const { title, description, durationMinutes, genre, rating, posterUrl } = film;
  return {
    title,
    description,
    durationMinutes,
    genre,
    rating,
    posterUrl,
    releasedOn: releaseOf(film) ?? "",
  };
}

/** What is sent for the form. */
export function bodyOf(form: FilmForm): MovieBody {
  return {
    title: form.title.trim(),
    description: form.description.trim(),
    durationMinutes: Number(form.durationMinutes),
    genre: form.genre.trim(),
    rating: form.rating.trim(),
    posterUrl: form.posterUrl.trim(),
    releasedOn: form.releasedOn === "" ? null : form.releasedOn,
  };
}

/** What is wrong with the form, field by field, in the server's bounds. */
export const filmRules = {
  title: (value: string) => within(value, 1, 200),
  description: (value: string) => within(value, 0, 4000),
  durationMinutes: (value: number | string) => {
    const minutes = Number(value);
    return value !== "" && Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440
      ? null
      : "A whole number of minutes, 1 to 1440.";
  },
  genre: (value: string) => within(value, 1, 64),
  rating: (value: string) => within(value, 0, 16),
  posterUrl: (value: string) => within(value, 0, 2048),
};

/** The fields two versions of a film are compared by. */
export const filmFields: readonly ComparedField<FilmForm>[] = [
  { label: "Title", of: (film) => film.title },
  { label: "Genre", of: (film) => film.genre },
  { label: "Duration", of: (film) => `${film.durationMinutes} min` },
  { label: "Rating", of: (film) => film.rating },
  { label: "Released", of: (film) => film.releasedOn },
  { label: "Poster", of: (film) => film.posterUrl },
  { label: "Description", of: (film) => film.description },
];

function within(value: string, min: number, max: number): string | null {
  const { length } = value.trim();
  if (length < min) return "Is required.";
  return length > max ? `At most ${max} characters; these are ${length}.` : null;
}
