import { Drawer } from "@mantine/core";
import { useDisclosure, useLocalStorage, useMediaQuery } from "@mantine/hooks";
import { Outlet, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import styles from "./Layout.module.css";
import { OfflineBanner } from "./OfflineBanner";
import { Rail } from "./Rail";
import { TopBar } from "./TopBar";

/** The frame around every page: rail, top bar, and the page in the middle. */
export function Layout() {
  const [isFolded, setFolded] = useLocalStorage({ key: "catalog-rail-folded", defaultValue: false });
  const isNarrow = useMediaQuery("(max-width: 1100px)") ?? false;
  const [isDrawerOpen, drawer] = useDisclosure(false);
  const router = useRouter();
  const folded = isFolded || isNarrow;

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
      <Drawer
        opened={isDrawerOpen}
        onClose={drawer.close}
        title="Catalog"
        size={280}
        closeButtonProps={{ "aria-label": "Close the navigation" }}
      >
        <Rail isFolded={false} />
      </Drawer>
      <TopBar onMenu={drawer.open} />
      <main id="page" tabIndex={-1} className={styles.page}>
        <OfflineBanner />
        <Outlet />
      </main>
    </div>
  );
}

/** Screen readers read the new page's title, and the next Tab begins at the page. */
function focusPage(): void {
  const page = document.getElementById("page");
  (page?.querySelector<HTMLElement>("h1[tabindex]") ?? page)?.focus({ preventScroll: true });
}
