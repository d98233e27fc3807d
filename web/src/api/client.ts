import createClient from "openapi-fetch";
import { session } from "@/auth/session";
import { authorizedFetch } from "./authorized";
import { problemOf } from "./problem";
import type { components, paths } from "./schema";

/** The shapes of the API, by their names on /api-docs: `Schemas["ShowtimeAnswer"]`. */
export type Schemas = components["schemas"];

/** The typed client: `api.GET("/booking/api/movies/{movie_id}", { params: … })`. */
export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? "http://localhost",
  fetch: authorizedFetch(session),
});

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The answer's body; a refusal is thrown as an `ApiProblem`. */
export async function take<T>(answer: Promise<Answer<T>>): Promise<NonNullable<T>> {
  const { data, error, response } = await answer;
  if (!response.ok) throw problemOf(response, error);
  return data as NonNullable<T>;
}

/** For requests that answer without a body: only throws the `ApiProblem` of a refusal. */
export async function done(answer: Promise<Answer<unknown>>): Promise<void> {
  const { error, response } = await answer;
  if (!response.ok) throw problemOf(response, error);
}
