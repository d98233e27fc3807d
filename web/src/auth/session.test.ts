import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Session } from "./session";

const user = { id: 7, name: "Ada", email: "ada@example.org", role: "customer" };
const tokens = (accessToken: string, expiresIn = 900) => ({
  user,
  accessToken,
  expiresIn,
  tokenType: "Bearer",
});
const problem = (status: number) =>
  Response.json({ type: "/problems/x", title: "No.", status, code: "x", traceId: "t" }, { status });

let opened: Session[] = [];
const open = () => {
  const session = new Session();
  opened.push(session);
  return session;
};
const server = vi.fn<(path: string, init: RequestInit) => Promise<Response>>();
const paths = () => server.mock.calls.map(([path]) => path);

beforeEach(() => {
  server.mockReset();
  vi.stubGlobal("fetch", server);
  localStorage.setItem("catalog-session", "1");
});

afterEach(() => {
  for (const session of opened) session.dispose();
  opened = [];
  vi.useRealTimers();
});

describe("a page that opens", () => {
  it("takes up the session of the cookie", async () => {
    server.mockResolvedValue(Response.json(tokens("a")));
    const session = open();
    expect(session.state.status).toBe("restoring");
    await session.restore();
    expect(session.state).toEqual({ status: "user", user });
    expect(await session.current()).toBe("a");
    expect(paths()).toEqual(["/api/auth/refresh?cookie=true"]);
    const [, init] = server.mock.calls[0] ?? [];
    expect(init?.body).toBeUndefined();
    expect(new Headers(init?.headers).has("Content-Type")).toBe(false);
  });

  it("asks nothing when nobody was signed in", async () => {
    localStorage.clear();
    const session = open();
    expect((await session.restore()).status).toBe("guest");
    expect(server).not.toHaveBeenCalled();
  });

  it("is a guest's when the session is over, and does not ask again next time", async () => {
    server.mockResolvedValue(problem(401));
    expect((await open().restore()).status).toBe("guest");
    expect((await open().restore()).status).toBe("guest");
    expect(server).toHaveBeenCalledTimes(1);
  });

  it("is a guest's while the server is away, but asks again next time", async () => {
    server.mockRejectedValueOnce(new TypeError("Failed to fetch"));
    expect((await open().restore()).status).toBe("guest");
    server.mockResolvedValue(Response.json(tokens("a")));
    expect((await open().restore()).status).toBe("user");
  });
});

describe("renewal", () => {
  it("happens once for all who ask at the same time", async () => {
    server.mockResolvedValueOnce(Response.json(tokens("a")));
    const session = open();
    await session.restore();
    server.mockResolvedValueOnce(Response.json(tokens("b")));
    expect(await Promise.all([session.renew("a"), session.renew("a"), session.renew("a")])).toEqual([
      "b",
      "b",
      "b",
    ]);
    expect(await session.renew("a")).toBe("b");
    expect(server).toHaveBeenCalledTimes(2);
  });

  it("comes before a token runs out", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    server.mockResolvedValueOnce(Response.json(tokens("a", 60)));
    const session = open();
    await session.restore();
    expect(await session.current()).toBe("a");
    vi.setSystemTime(Date.now() + 31_000);
    server.mockResolvedValueOnce(Response.json(tokens("b", 60)));
    expect(await session.current()).toBe("b");
  });

  it("that the server refuses ends the session", async () => {
    server.mockResolvedValueOnce(Response.json(tokens("a")));
    const session = open();
    await session.restore();
    const told = vi.fn();
    session.subscribe(told);
    server.mockResolvedValueOnce(problem(401));
    expect(await session.renew("a")).toBeUndefined();
    expect(session.state.status).toBe("guest");
    expect(told).toHaveBeenCalledTimes(1);
  });

  it("that the server is too busy for signs nobody out", async () => {
    server.mockResolvedValueOnce(Response.json(tokens("a")));
    const session = open();
    await session.restore();
    server.mockResolvedValueOnce(problem(503));
    await expect(session.renew("a")).rejects.toMatchObject({ status: 503 });
    expect(session.state.status).toBe("user");
    server.mockResolvedValueOnce(Response.json(tokens("b")));
    expect(await session.renew("a")).toBe("b");
  });
});

describe("signing in and out", () => {
  it("asks for the refresh token as a cookie, and keeps no token where scripts could find it", async () => {
    server.mockResolvedValueOnce(Response.json(tokens("secret")));
    const session = open();
    await session.signIn("ada@example.org", "correct horse");
    expect(paths()).toEqual(["/api/auth/login?cookie=true"]);
    expect(JSON.stringify({ ...localStorage })).not.toContain("secret");
  });

  it("that is refused changes nothing", async () => {
    localStorage.clear();
    const session = open();
    await session.restore();
    server.mockResolvedValueOnce(problem(401));
    await expect(session.signIn("ada@example.org", "wrong")).rejects.toMatchObject({ status: 401 });
    expect(session.state.status).toBe("guest");
  });

  it("everywhere shows the token and ends the session here", async () => {
    server.mockResolvedValueOnce(Response.json(tokens("a")));
    const session = open();
    await session.restore();
    server.mockResolvedValueOnce(new Response(null, { status: 204 }));
    await session.signOutEverywhere();
    expect(paths().at(-1)).toBe("/api/auth/logout-everywhere");
    expect(new Headers(server.mock.calls.at(-1)?.[1].headers).get("Authorization")).toBe("Bearer a");
    expect(session.state.status).toBe("guest");
    expect(await session.current()).toBeUndefined();
  });

  it("everywhere gives nobody a token that is about to be refused", async () => {
    server.mockResolvedValueOnce(Response.json(tokens("a")));
    const session = open();
    await session.restore();
    let answer: (response: Response) => void = () => undefined;
    server.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const leaving = session.signOutEverywhere();
    await vi.waitFor(() => expect(paths().at(-1)).toBe("/api/auth/logout-everywhere"));
    const [state, token] = [session.restore(), session.current()];
    answer(new Response(null, { status: 204 }));
    expect((await state).status).toBe("guest");
    expect(await token).toBeUndefined();
    await leaving;
  });

  it("everywhere that fails leaves one signed in", async () => {
    server.mockResolvedValueOnce(Response.json(tokens("a")));
    const session = open();
    await session.restore();
    server.mockResolvedValueOnce(problem(503));
    await expect(session.signOutEverywhere()).rejects.toThrow();
    expect(await session.current()).toBe("a");
  });

  it("is heard of in the other tabs", async () => {
    localStorage.clear();
    const [here, there] = [open(), open()];
    await Promise.all([here.restore(), there.restore()]);
    server.mockResolvedValueOnce(Response.json(tokens("a")));
    await here.signIn("ada@example.org", "correct horse");
    await vi.waitFor(() => expect(there.state.status).toBe("user"));
    expect(await there.current()).toBe("a");
    server.mockResolvedValueOnce(new Response(null, { status: 204 }));
    await there.signOut();
    await vi.waitFor(() => expect(here.state.status).toBe("guest"));
  });
});
