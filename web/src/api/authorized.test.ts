import { describe, expect, it, vi } from "vitest";
import { authorizedFetch, type TokenSource } from "./authorized";

const request = (init?: RequestInit) => new Request("http://localhost/booking/api/movies", init);
const source = (current: string | undefined, renewed?: string): TokenSource => ({
  current: vi.fn().mockResolvedValue(current),
  renew: vi.fn().mockResolvedValue(renewed),
});

/** A server that takes one token only, and keeps what it was sent. */
function serverTaking(token: string) {
  const seen: { token: string | null; body: string }[] = [];
  const send = async (sent: Request) => {
    seen.push({ token: sent.headers.get("Authorization"), body: await sent.text() });
    return new Response(null, {
      status: sent.headers.get("Authorization") === `Bearer ${token}` ? 200 : 401,
    });
  };
  return { seen, send };
}

describe("a request", () => {
  it("carries the token", async () => {
    const { seen, send } = serverTaking("a");
    expect((await authorizedFetch(source("a"), send)(request())).status).toBe(200);
    expect(seen).toEqual([{ token: "Bearer a", body: "" }]);
  });

  it("of a guest goes without, and is not repeated", async () => {
    const { seen, send } = serverTaking("a");
    const tokens = source(undefined);
    expect((await authorizedFetch(tokens, send)(request())).status).toBe(401);
    expect(seen).toHaveLength(1);
    expect(tokens.renew).not.toHaveBeenCalled();
  });

  it("refused is sent once more, body and all, with a renewed token", async () => {
    const { seen, send } = serverTaking("b");
    const tokens = source("a", "b");
    const answer = await authorizedFetch(tokens, send)(request({ method: "POST", body: "{}" }));
    expect(answer.status).toBe(200);
    expect(tokens.renew).toHaveBeenCalledExactlyOnceWith("a");
    expect(seen).toEqual([
      { token: "Bearer a", body: "{}" },
      { token: "Bearer b", body: "{}" },
    ]);
  });

  it("refused again is not repeated for ever", async () => {
    const { seen, send } = serverTaking("c");
    expect((await authorizedFetch(source("a", "b"), send)(request())).status).toBe(401);
    expect(seen).toHaveLength(2);
  });

  it("whose session is over gives the refusal", async () => {
    const { seen, send } = serverTaking("b");
    expect((await authorizedFetch(source("a", undefined), send)(request())).status).toBe(401);
    expect(seen).toHaveLength(1);
  });

  it("without an answer is a problem, but one that was called off stays called off", async () => {
    const fails = () => Promise.reject(new TypeError("Failed to fetch"));
    await expect(authorizedFetch(source("a"), fails)(request())).rejects.toMatchObject({
      code: "unreachable",
    });
    const called = new AbortController();
    called.abort();
    await expect(
      authorizedFetch(source("a"), fails)(request({ signal: called.signal })),
    ).rejects.toBeInstanceOf(TypeError);
  });
});
