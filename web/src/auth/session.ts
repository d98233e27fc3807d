import type { TokenSource } from "@/api/authorized";
import { ApiProblem, problemOf, unreachableProblem } from "@/api/problem";
import type { components } from "@/api/schema";

export type User = components["schemas"]["UserAnswer"];
type SessionAnswer = components["schemas"]["SessionAnswer"];

/** Who sits here: not known yet, nobody, or a user. */
export type SessionState =
  | { readonly status: "restoring" }
  | { readonly status: "guest" }
  | { readonly status: "user"; readonly user: User };

type Message = { readonly kind: "opened"; readonly answer: SessionAnswer } | { readonly kind: "closed" };

/** A token this close to its end is renewed before it is sent. */
const renewBeforeMs = 30_000;
/** Says that a refresh cookie may exist, so that guests' visits do not begin with a refused request. No secret. */
const hintKey = "catalog-session";
const renewalLock = "catalog-refresh";

/**
 * The session of this browser. The access token lives in memory only; the refresh token in a cookie no script can
 * read. Tabs renew one after the other, because a refresh token is good for one use, and tell each other the outcome.
 * A renewal whose answer got lost may be repeated for ten seconds, so leaving a page meanwhile ends nothing.
 */
export class Session implements TokenSource {
  #state: SessionState = { status: "restoring" };
  #token: string | undefined;
  #expiresAt = 0;
  #renewal: Promise<string | undefined> | undefined;
  /** While every session is being ended: nobody gets a token that is refused by the time it arrives. */
  #ending: Promise<void> | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #channel = new BroadcastChannel("catalog-session");

  constructor() {
    this.#channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.kind === "opened") this.#open(data.answer);
      else this.#close();
    };
  }

  get state(): SessionState {
    return this.#state;
  }

  /** Calls back on every change of the state; returns the way to stop that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes up the session the cookie names, if there is one. */
  async restore(): Promise<SessionState> {
    await this.#ending;
    if (this.#state.status !== "restoring") return this.#state;
    if (!hint.isSet()) this.#close();
    else await this.#renewOnce(undefined);
    return this.#state;
  }

  async current(): Promise<string | undefined> {
    if (this.#state.status === "restoring") await this.restore();
    await this.#ending;
    if (this.#token !== undefined && Date.now() > this.#expiresAt - renewBeforeMs) {
      return this.#renewOnce(this.#token);
    }

    return this.#token;
  }

  renew(refused: string): Promise<string | undefined> {
    return this.#token !== undefined && this.#token !== refused
      ? Promise.resolve(this.#token)
      : this.#renewOnce(refused);
  }

  async signIn(email: string, password: string): Promise<void> {
    this.#opened(await post<SessionAnswer>("/api/auth/login?cookie=true", { email, password }));
  }

  async register(name: string, email: string, password: string): Promise<void> {
    this.#opened(await post<SessionAnswer>("/api/auth/register?cookie=true", { name, email, password }));
  }

  /** Ends this browser's session. */
  async signOut(): Promise<void> {
    await post("/api/auth/logout");
    this.#closed();
  }

  /** Ends every session of the account, on all devices. */
  async signOutEverywhere(): Promise<void> {
    const token = await this.current();
    const answer = post("/api/auth/logout-everywhere", undefined, token).then(() => this.#closed());
    this.#ending = answer
      .catch(() => undefined)
      .finally(() => {
        this.#ending = undefined;
      });
    await answer;
  }

  /** Changes the password, which ends every session; then opens a new one here. */
  async changePassword(currentPassword: string, newPassword: string): Promise<void> {
    if (this.#state.status !== "user") throw new Error("Nobody is signed in.");
    const { email } = this.#state.user;
    const token = await this.current();
    // Other tabs, whose tokens are refused from now on, must not renew in between and find the session over.
    await withLock(renewalLock, async () => {
      await post("/api/auth/password", { currentPassword, newPassword }, token);
      await this.signIn(email, newPassword);
    });
  }

  /** Hears of other tabs no more. */
  dispose(): void {
    this.#channel.close();
  }

  /** One renewal at a time, in this tab by the promise and among tabs by the lock. */
  #renewOnce(refused: string | undefined): Promise<string | undefined> {
    this.#renewal ??= withLock(renewalLock, async () => {
      // Another tab may have renewed it while this one waited for its turn.
      if (this.#token !== undefined && this.#token !== refused) return this.#token;
      try {
        this.#opened(await post<SessionAnswer>("/api/auth/refresh?cookie=true"));
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.isPassing) return this.#passingFailure(error);
        this.#closed();
      }

      return this.#token;
    }).finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  /** The server did not say that the session is over: somebody signed in stays so, and the request reports it. */
  #passingFailure(error: unknown): undefined {
    if (this.#state.status === "user") throw error;
    this.#close(false);
  }

  #opened(answer: SessionAnswer): void {
    this.#open(answer);
    this.#tell({ kind: "opened", answer });
  }

  #closed(): void {
    this.#close();
    this.#tell({ kind: "closed" });
  }

  #tell(message: Message): void {
    this.#channel.postMessage(message);
  }

  #open(answer: SessionAnswer): void {
    hint.set(true);
    this.#token = answer.accessToken;
    this.#expiresAt = Date.now() + answer.expiresIn * 1000;
    this.#set({ status: "user", user: answer.user });
  }

  #close(forget = true): void {
    if (forget) hint.set(false);
    this.#token = undefined;
    this.#set({ status: "guest" });
  }

  #set(state: SessionState): void {
    const before = this.#state;
    if (before.status === "user" && state.status === "user" && sameUser(before.user, state.user)) return;
    if (before.status === state.status && state.status !== "user") return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** Storage may be forbidden; then the server is asked each time. */
const hint = {
  isSet: (): boolean => {
    try {
      return localStorage.getItem(hintKey) !== null;
    } catch {
      return true;
    }
  },
  set: (isSet: boolean): void => {
    try {
      if (isSet) localStorage.setItem(hintKey, "1");
      else localStorage.removeItem(hintKey);
    } catch {
      // Nothing is lost by that.
    }
  },
};

function sameUser(a: User, b: User): boolean {
  return a.id === b.id && a.role === b.role && a.name === b.name && a.email === b.email;
}

/** Browsers have locks on secure origins only; elsewhere tabs may renew at once, and get the same answer. */
function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks: LockManager | null | undefined = navigator.locks;
  return locks == null ? work() : (locks.request(name, work) as Promise<T>);
}

/** A request of the session itself: it must not wait for a token that it is about to get. */
async function post<T>(path: string, body?: unknown, token?: string): Promise<T> {
  const headers = new Headers({ Accept: "application/json" });
  if (body !== undefined) headers.set("Content-Type", "application/json");
  if (token !== undefined) headers.set("Authorization", `Bearer ${token}`);
  const init: RequestInit = { method: "POST", headers, credentials: "same-origin" };
  if (body !== undefined) init.body = JSON.stringify(body);
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch {
    throw unreachableProblem();
  }

  const text = await response.text();
  const answer: unknown = text === "" ? undefined : parse(text);
  if (!response.ok) throw problemOf(response, answer);
  return answer as T;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The one session of this page. */
export const session = new Session();
