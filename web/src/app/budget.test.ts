// @vitest-environment node
import { gzipSync } from "node:zlib";
import { build, type Rollup } from "vite";
import { expect, it, vi } from "vitest";

/** What a first visit may load before anything can be done, compressed. */
const mostBytes = 180 * 1000;

function entryAndImports(chunks: readonly Rollup.OutputChunk[]): Rollup.OutputChunk[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const found = new Set<Rollup.OutputChunk>();
  const visit = (chunk: Rollup.OutputChunk | undefined) => {
    if (chunk === undefined || found.has(chunk)) return;
    found.add(chunk);
    for (const name of chunk.imports) visit(byName.get(name));
  };
  for (const chunk of chunks.filter((each) => each.isEntry)) visit(chunk);
  return [...found];
}

it("keeps the first script small", { timeout: 120_000 }, async () => {
  // Else the libraries come with what they have for tests.
  vi.stubEnv("NODE_ENV", "production");
  const built = await build({ mode: "production", logLevel: "silent", build: { write: false } });
  const output = (Array.isArray(built) ? built : [built]).flatMap((each) =>
    "output" in each ? each.output : [],
  );
  const first = entryAndImports(output.filter((file): file is Rollup.OutputChunk => file.type === "chunk"));
  expect(first.length).toBeGreaterThan(0);
  const bytes = first.reduce((sum, chunk) => sum + gzipSync(chunk.code, { level: 9 }).length, 0);
  // biome-ignore lint/suspicious/noConsole: the number is worth seeing.
  console.log(`First script: ${bytes} bytes compressed, of ${mostBytes}`);
  expect(bytes).toBeLessThanOrEqual(mostBytes);
});
