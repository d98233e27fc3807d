import { Button, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api, take } from "@/api/client";
import { toastProblem } from "@/kit/toast";
import { session } from "../session";
import styles from "./AuthCard.module.css";

/** On a demo server: signs in as one of its accounts with one press. */
export function DemoSignIn() {
  const { data } = useQuery({
    queryKey: ["demo-accounts"],
    queryFn: ({ signal }) => take(api.GET("/api/auth/demo", { signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (data === undefined || data.accounts.length === 0) return null;
  return (
    <section className={styles.demo} aria-labelledby="demo">
      <Text id="demo" size="sm" c="dimmed">
        This is a demo server. Try it as
      </Text>
      <Group gap="xs" grow>
        {data.accounts.map(({ email, password, role }) => (
          <Button
            key={email}
            variant="default"
            title={email}
            onClick={() => session.signIn(email, password).catch(toastProblem)}
          >
            {role === "admin" ? "Administrator" : "Customer"}
          </Button>
        ))}
      </Group>
    </section>
  );
}
