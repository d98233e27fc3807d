import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** Where `npm run dev` finds the API. */
const server = process.env.CATALOG_SERVER ?? "http://localhost:8080";

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@": new URL("./src", import.meta.url).pathname } },
  server: {
    proxy: Object.fromEntries(
      [
        "^/ws(\\?|$)",
        "^/api/",
        "^/(?!src/)[a-z-]+/api/",
        "^/health/",
        "^/openapi/",
        "^/api-docs",
        "^/problems",
      ].map((path) => [path, { target: server, changeOrigin: false, ws: path.startsWith("^/ws") }]),
    ),
  },
  build: {
    outDir: process.env.CATALOG_WEB_OUT ?? "dist",
    emptyOutDir: true,
    // Data URIs for fonts and pictures would need a laxer content-security policy.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  test: {
    environment: "happy-dom",
    setupFiles: ["src/testing/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
    restoreMocks: true,
    // Far from UTC and with summer time, so that a time read or shown in the browser's zone fails a test.
    env: { TZ: "Pacific/Auckland" },
    maxWorkers: 2,
  },
});
