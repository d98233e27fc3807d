import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";

// One test runs in node, without a document.
const hasDocument = typeof document !== "undefined";
if (hasDocument) {
  // What the component kit asks of a browser and the test's document lacks.
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };

  // Nothing is laid out in a test; virtual lists need to believe in some height.
  Object.defineProperties(HTMLElement.prototype, {
    clientHeight: { configurable: true, get: () => 600 },
    clientWidth: { configurable: true, get: () => 800 },
  });
}

afterEach(() => {
  if (!hasDocument) return;
  cleanup();
  localStorage.clear();
});
