import { useDisclosure, useHotkeys, useLocalStorage, useMediaQuery } from "@mantine/hooks";
import { Outlet, useRouter, useRouterState } from "@tanstack/react-router";
import { lazy, Suspense, useEffect } from "react";
import { systems } from "@/systems";
import styles from "./Layout.module.css";
import { OfflineBanner } from "./OfflineBanner";
import { Rail } from "./Rail";
import { Toasts } from "./Toasts";
import { TopBar } from "./TopBar";

const NavigationDrawer = lazy(() =>
  import("./NavigationDrawer").then((module) => ({ default: module.NavigationDrawer })),
);
const loadSearch = () => import("../search/SearchDialog");
const SearchDialog = lazy(() => loadSearch().then((module) => ({ default: module.SearchDialog })));
/** When the page has had its turn: whoever presses Ctrl-K types at once. */
const searchAfterMs = 2000;

/** The frame around every page: rail, top bar, and the page in the middle. */
export function Layout() {
  const [isFolded, setFolded] = useLocalStorage({
    key: "catalog-rail-folded",
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const isNarrow = useMediaQuery("(max-width: 1100px)", false, { getInitialValueInEffect: false });
  const [isDrawerOpen, drawer] = useDisclosure(false);
  const [isSearchOpen, search] = useDisclosure(false);
  const router = useRouter();
  const here = useRouterState({ select: (state) => state.location.pathname.split("/")[1] ?? "" });
  const Beside = systems.find(({ id }) => id === here)?.Beside;
  const folded = isFolded || isNarrow;
  useHotkeys([["mod+K", search.toggle]], []);

  useEffect(() => {
    const timer = setTimeout(() => void loadSearch().catch(() => undefined), searchAfterMs);
    return () => clearTimeout(timer);
  }, []);

  useEffect(
    () =>
      router.subscribe("onRendered", ({ pathChanged, fromLocation }) => {
        if (!pathChanged) return;
        drawer.close();
        // The first page keeps the focus where the browser put it.
        if (fromLocation !== undefined) focusPage();
      }),
    [router, drawer.close],
  );

  return (
    <div className={styles.frame} data-folded={folded || undefined}>
      <a className={styles.skip} href="#page">
        Skip to the page
      </a>
      <aside className={styles.rail}>
        <Rail isFolded={folded} onFold={isNarrow ? undefined : () => setFolded(!isFolded)} />
      </aside>
      <TopBar onMenu={drawer.open} onSearch={search.open} />
      <main id="page" tabIndex={-1} className={styles.page}>
        <OfflineBanner />
        <Outlet />
      </main>
      <Toasts />
      <Suspense>{Beside === undefined ? null : <Beside />}</Suspense>
      <Suspense>
        {isDrawerOpen ? <NavigationDrawer isOpen onClose={drawer.close} /> : null}
        {isSearchOpen ? <SearchDialog onClose={search.close} /> : null}
      </Suspense>
    </div>
  );
}

/** Screen readers read the new page's title, and the next Tab begins at the page. */
function focusPage(): void {
  const page = document.getElementById("page");
  (page?.querySelector<HTMLElement>("h1[tabindex]") ?? page)?.focus({ preventScroll: true });
}
