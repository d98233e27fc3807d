// Sets the colour scheme before anything is painted; the app takes over from there.
(() => {
  let scheme = null;
  try {
    scheme = localStorage.getItem("catalog-color-scheme");
  } catch {
    // Storage may be forbidden; then the system's scheme is right.
  }
  if (scheme !== "light" && scheme !== "dark") {
    scheme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  }
  document.documentElement.setAttribute("data-mantine-color-scheme", scheme);
})();
