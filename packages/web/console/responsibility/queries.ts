import { queryOptions, type QueryClient } from "@tanstack/react-query";
import type { Responsibility, ResponsibilityTest, ResponsibilityTestQuery } from "@xiuhua/server/api";
import { get } from "../../shared/api/index.ts";

const root = "responsibility";

/** The rules, and the matrix of classes, or of one class's types, by district. */
export const matrixQuery = (classCode: string | undefined) =>
  queryOptions({
    queryKey: [root, "matrix", classCode],
    queryFn: ({ signal }) => get<Responsibility>("/responsibility", { class: classCode }, signal),
  });

export const testQuery = (question: ResponsibilityTestQuery) =>
  queryOptions({
    queryKey: [root, "test", question],
    queryFn: ({ signal }) => get<ResponsibilityTest>("/responsibility/test", { ...question }, signal),
    retry: false,
  });

/** Everything that may look different after a rule changed; what a form proposes too. */
export async function forgetResponsibility(client: QueryClient): Promise<void> {
  await Promise.all([root, "case", "catalogue"].map((key) => client.invalidateQueries({ queryKey: [key] })));
}
