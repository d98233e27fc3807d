import { unreachableProblem } from "./problem";

/** Where requests get their access token from. */
export interface TokenSource {
  /** The token to send, renewed first when it is about to run out; undefined for a guest. */
  current(): Promise<string | undefined>;
  /** A token newer than the refused one, or undefined when the session is over. */
  renew(refused: string): Promise<string | undefined>;
}

type Fetch = (request: Request) => Promise<Response>;

/**
 * A fetch that sends the access token and, when the server no longer takes it, renews it and sends the request once
 * more. A refused request had no effect, so repeating it is harmless.
 */
export function authorizedFetch(tokens: TokenSource, send: Fetch = (request) => fetch(request)): Fetch {
  const once = async (request: Request, token: string | undefined): Promise<Response> => {
    if (token !== undefined) request.headers.set("Authorization", `Bearer ${token}`);
    try {
      return await send(request);
    } catch (error) {
      if (request.signal.aborted) throw error;
      throw unreachableProblem();
    }
  };

  return async (request) => {
    const token = await tokens.current();
    if (token === undefined) return once(request, undefined);
    const again = request.clone();
    const response = await once(request, token);
    if (response.status !== 401) return response;
    const renewed = await tokens.renew(token);
    return renewed === undefined ? response : once(again, renewed);
  };
}
