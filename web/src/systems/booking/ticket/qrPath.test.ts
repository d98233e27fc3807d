import { encode } from "uqr";
import { describe, expect, it } from "vitest";
import { qrPath } from "./qrPath";

/** The modules a path covers. */
function modulesOf(path: string, size: number): boolean[][] {
  const modules = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let i = 0; i < Number(width); i++) (modules[Number(y)] ?? [])[Number(x) + i] = true;
  }

  return modules;
}

describe("qrPath", () => {
  it("draws neighbours in a row as one", () => {
    expect(qrPath([[true, true, false, true]])).toBe("M0 0h2v1h-2zM3 0h1v1h-1z");
  });

  it("covers exactly the dark modules of a code", () => {
    const { data, size } = encode("catalog:booking:ebbf-10000", { ecc: "Q", border: 2 });
    expect(modulesOf(qrPath(data), size)).toEqual(data);
  });

  it("draws nothing for nothing", () => {
    expect(qrPath([[false], []])).toBe("");
  });
});
