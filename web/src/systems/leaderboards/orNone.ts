import { ApiProblem } from "@/api/problem";

/** The answer, or undefined for what there is not; every other refusal is thrown on. */
export async function orNone<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (problem) {
    if (problem instanceof ApiProblem && problem.status === 404) return undefined;
    throw problem;
  }
}
