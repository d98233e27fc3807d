// Builds the web app for the server: installs what the lock file names, runs Vite, compresses the result, and puts it
// in place of the former one. Does nothing when nothing changed. Safe to run several times at once.
//
// Exit codes: 0 there is an up-to-date page, 2 its packages could not be installed, 1 it does not build.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const web = fileURLToPath(new URL("..", import.meta.url));
const out = join(web, "dist");
const fresh = join(web, "dist.new");
const lock = join(web, "dist.lock");
const stamp = join(out, "inputs.sha256");
const wantedPackages = join(web, "package-lock.json");
/** What npm says it has installed. */
const installedPackages = join(web, "node_modules", ".package-lock.json");
const inputFolders = ["src", "public"];
const inputFiles = [
  "index.html",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "vite.config.ts",
  "postcss.config.mjs",
  "scripts/build.mjs",
];
const compressible = /\.(?:js|css|html|svg|json|txt|map)$/;
const smallest = 512;
/** A lock this old belongs to a build that was killed. */
const lockLifeMs = 10 * 60_000;

const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));

function digest(files) {
  const hash = createHash("sha256");
  for (const file of files.toSorted()) {
    hash.update(file.slice(web.length)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

const inputs = () =>
  digest([
    ...inputFolders
      .flatMap((folder) => filesBelow(join(web, folder)))
      .filter((file) => !/\.test\.tsx?$/.test(file)),
    ...inputFiles.map((file) => join(web, file)),
  ]);
const read = (file) => (existsSync(file) ? readFileSync(file, "utf8") : "");
const sleep = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

function takeLock() {
  const until = Date.now() + lockLifeMs;
  while (Date.now() < until) {
    try {
      mkdirSync(lock);
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > lockLifeMs) rmSync(lock, { recursive: true, force: true });
      else sleep(200);
    }
  }
  throw new Error("Another build of the web app does not end; delete web/dist.lock if there is none.");
}

/** Whether every package of the lock file is there in its version, whoever installed it. */
function isInstalled() {
  if (!existsSync(installedPackages)) return false;
  const there = JSON.parse(read(installedPackages)).packages;
  return Object.entries(JSON.parse(read(wantedPackages)).packages).every(
    ([path, { version, optional }]) => path === "" || optional === true || there[path]?.version === version,
  );
}

function install() {
  if (isInstalled()) return;
  execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: web, stdio: "inherit" });
}

function compress() {
  for (const file of filesBelow(fresh).filter((name) => compressible.test(name))) {
    const bytes = readFileSync(file);
    if (bytes.length < smallest) continue;
    const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    writeFileSync(`${file}.br`, brotli);
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

/** Copies of former builds may lie in the server's output; it serves what stands here. */
function list() {
  const names = filesBelow(fresh)
    .map((file) => relative(fresh, file).replaceAll("\\", "/"))
    .filter((name) => !/\.(?:br|gz)$/.test(name));
  writeFileSync(join(fresh, "files.txt"), `${names.toSorted().join("\n")}\n`);
}

function build(wanted) {
  const vite = join(web, "node_modules", "vite", "bin", "vite.js");
  execFileSync(process.execPath, [vite, "build", "--logLevel", "warn"], {
    cwd: web,
    stdio: "inherit",
    env: { ...process.env, CATALOG_WEB_OUT: fresh },
  });
  compress();
  list();
  writeFileSync(join(fresh, "inputs.sha256"), wanted);
  rmSync(out, { recursive: true, force: true });
  renameSync(fresh, out);
}

function main() {
  takeLock();
  try {
    const wanted = inputs();
    if (read(stamp) === wanted) {
      // Newer than its inputs again, so that the next build need not even start this.
      writeFileSync(stamp, wanted);
      return 0;
    }

    try {
      install();
    } catch {
      return 2;
    }
    build(wanted);
    return 0;
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
