import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface EmptyListProps {
  readonly title: string;
  readonly hint?: string;
  readonly onClear?: (() => void) | undefined;
  readonly children?: ReactNode;
}

/** Nothing to show, said calmly, with the one thing that may help. */
export function EmptyList({ title, hint, onClear, children }: EmptyListProps) {
  const { t } = useTranslation("cases");
  return (
    <div className="empty-list">
      <svg width="72" height="48" viewBox="0 0 72 48" aria-hidden="true">
        <ellipse cx="36" cy="24" rx="30" ry="19" fill="none" stroke="var(--line-strong)" strokeWidth="2" />
        <ellipse cx="36" cy="24" rx="25" ry="15" fill="none" stroke="var(--line)" strokeWidth="2" />
        <path
          d="M20 28c6-10 12 4 18-5s9-3 14-6"
          fill="none"
          stroke="var(--thread)"
          strokeWidth="2"
          strokeLinecap="round"
          strokeDasharray="5 3.5"
        />
      </svg>
      <strong>{title}</strong>
      {hint && <span className="soft">{hint}</span>}
      {onClear && <Button onClick={onClear}>{t("filter.clear")}</Button>}
      {children}
    </div>
  );
}
