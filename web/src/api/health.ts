/** How the server is, seen from here. */
export type Health = "ready" | "starting" | "stopping" | "unreachable";

/** Asks the server; never fails, because no answer is an answer, too. */
export async function readHealth(signal?: AbortSignal): Promise<Health> {
  try {
    const response = await fetch("/health/ready", {
      cache: "no-store",
      ...(signal === undefined ? {} : { signal }),
    });
    const answer: unknown = await response.json();
    const status =
      typeof answer === "object" && answer !== null && "status" in answer ? answer.status : undefined;
    return status === "ready" || status === "starting" || status === "stopping" ? status : "unreachable";
  } catch {
    return "unreachable";
  }
}
