import { cleanup } from "@testing-library/react";
import { afterEach, vi } from "vitest";

// What the component kit asks of a browser and the test's document lacks.
vi.stubGlobal(
  "ResizeObserver",
  class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
);

afterEach(() => {
  cleanup();
  localStorage.clear();
});
