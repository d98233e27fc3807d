// Makes src/api/schema.d.ts from src/api/openapi.json, which the server's tests keep equal to the live document.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

const document = new URL("../src/api/openapi.json", import.meta.url).pathname;
const schema = new URL("../src/api/schema.d.ts", import.meta.url).pathname;

// Not a dependency of the app: it needs an older TypeScript, and runs only when the API changes.
execFileSync(
  "npx",
  [
    "--yes",
    "-p",
    "openapi-typescript@7.13.0",
    "-p",
    "typescript@5.9.3",
    "openapi-typescript",
    document,
    "-o",
    schema,
  ],
  { stdio: "inherit" },
);
const digest = createHash("sha256").update(readFileSync(document)).digest("hex");
writeFileSync(
  schema,
  `// Made by "npm run api" from openapi.json ${digest}\n${readFileSync(schema, "utf8")}`,
);
