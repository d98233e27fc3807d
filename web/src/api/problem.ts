import type { components } from "./schema";

type ProblemDocument = components["schemas"]["ProblemDocument"];

/** Codes of failures that never reached the server, or whose answer was no problem document. */
export const unreachable = "unreachable";
const unexpected = "unexpected_answer";

/** Whatever went wrong with a request, in one shape: the server's problem document, or that there was no answer. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  /** The HTTP status, or 0 when the server could not be reached. */
  readonly status: number;
  /** Stable; what code branches on. */
  readonly code: string;
  readonly title: string;
  readonly detail: string | undefined;
  /** Names the request in the server's log. */
  readonly traceId: string | undefined;
  /** What is wrong with each field of the form, by the field's name. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** What else the problem lists, by name: the `seats` that are in the way. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** Seconds the server asks to wait before trying again. */
  readonly retryAfter: number | undefined;

  constructor(document: Partial<ProblemDocument> & { status: number }, retryAfter?: number) {
    const title = document.title ?? "The server's answer was not understood.";
    super(document.detail ?? title);
    this.status = document.status;
    this.code = document.code ?? unexpected;
    this.title = title;
    this.detail = document.detail ?? undefined;
    this.traceId = document.traceId;
    this.fields = document.errors ?? {};
    this.lists = listsOf(document);
    this.retryAfter = retryAfter;
  }

  /** Whether trying the same again may help: no answer, too busy, or too many requests. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status === 503 || this.status === 504;
  }
}

/** The problem of a request that got no answer. */
export function unreachableProblem(): ApiProblem {
  return new ApiProblem({
    status: 0,
    code: unreachable,
    title: "The server cannot be reached.",
    detail: "The server cannot be reached. Check the connection and try again.",
  });
}

/** Any thrown thing as a problem, so that pages show one kind of error. */
export function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (error instanceof TypeError && /fetch|network|load failed/i.test(error.message))
    return unreachableProblem();
  const detail = error instanceof Error ? error.message : String(error);
  return new ApiProblem({
    status: 0,
    code: "page_failed",
    title: "Something went wrong on this page.",
    detail,
  });
}

/** The problem a failed response carries, given its parsed body. */
export function problemOf(response: Response, body: unknown): ApiProblem {
  const seconds = Number(response.headers.get("Retry-After") ?? Number.NaN);
  const document = isProblem(body) ? body : {};
  return new ApiProblem(
    { ...document, status: response.status },
    Number.isFinite(seconds) && seconds > 0 ? seconds : undefined,
  );
}

function isProblem(body: unknown): body is ProblemDocument {
  return typeof body === "object" && body !== null && "code" in body && typeof body.code === "string";
}

/** The members of a problem that are lists of texts: each kind of problem may bring its own (RFC 9457, section 3.2). */
function listsOf(document: object): Record<string, readonly string[]> {
  const lists: Record<string, readonly string[]> = {};
  for (const [name, value] of Object.entries(document)) {
    if (Array.isArray(value) && value.every((each) => typeof each === "string")) lists[name] = value;
  }
  return lists;
}
