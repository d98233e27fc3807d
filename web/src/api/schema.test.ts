import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (name: string) => readFileSync(new URL(name, import.meta.url));

it("has types made from the API's description as it is", () => {
  const digest = createHash("sha256").update(read("openapi.json")).digest("hex");
  const head = read("schema.d.ts").toString("utf8").split("\n", 1)[0] ?? "";
  expect(head, "run `npm run api`").toContain(digest);
});
