import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { useUser } from "../useSession";

/** The account of whoever is signed in. */
export function AccountPage() {
  const user = useUser();
  return (
    <Page>
      <PageHeader
        title="Account"
        description={user === undefined ? undefined : `${user.name}, ${user.email}`}
      />
    </Page>
  );
}
