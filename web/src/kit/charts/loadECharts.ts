type Library = typeof import("./echarts");

let loaded: Promise<Library> | undefined;

/** Loads the drawing library once; when that fails, the next chart tries again. */
export function loadECharts(): Promise<Library> {
  loaded ??= import("./echarts").catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}
