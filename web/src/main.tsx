import "@mantine/core/styles.css";
import "@fontsource-variable/inter/wght.css";
import "./app/theme/global.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { Forbidden } from "./auth/Forbidden";
import { session } from "./auth/session";

void session.restore();
const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root.");
createRoot(root, {
  onCaughtError: (error) => {
    // Being sent away is no failure; everything else that a page caught belongs in the console.
    // biome-ignore lint/suspicious/noConsole: React's own way, which this replaces.
    if (!(error instanceof Forbidden)) console.error(error);
  },
}).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
