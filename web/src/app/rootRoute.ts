import { createRootRoute } from "@tanstack/react-router";

/** Everything hangs below it. Its component is set where the router is made, so that pages need not know the layout. */
export const rootRoute = createRootRoute();
