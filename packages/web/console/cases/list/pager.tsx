import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { pageSizes, type PageSize } from "./page-size.ts";

interface PagerProps {
  readonly page: number;
  readonly next: string | undefined;
  readonly busy: boolean;
  readonly size: PageSize;
  readonly onPrevious: () => void;
  readonly onNext: (cursor: string) => void;
  readonly onSize: (size: PageSize) => void;
  /** What else stands in this line, where its coming and going moves no row. */
  readonly children: ReactNode;
}

/** Forward and back. There is no last page to jump to: counting a million rows would cost more than it tells. */
export function Pager({ page, next, busy, size, onPrevious, onNext, onSize, children }: PagerProps) {
  const { t } = useTranslation("cases");
  return (
    <div className="pager">
      <Select<PageSize>
        variant="borderless"
        value={size}
        onChange={onSize}
        options={pageSizes.map((value) => ({ value, label: t("page.size", { count: value }) }))}
      />
      {children}
      <span className="pager-space" />
      {next === undefined && page > 1 && <span className="soft">{t("page.end")}</span>}
      <span className="soft number" aria-live="polite">
        {t("page.position", { page })}
      </span>
      <Button icon={<LeftOutlined />} disabled={page === 1 || busy} onClick={onPrevious}>
        {t("page.previous")}
      </Button>
      <Button
        icon={<RightOutlined />}
        iconPlacement="end"
        disabled={next === undefined || busy}
        onClick={() => {
          if (next !== undefined) onNext(next);
        }}
      >
        {t("page.next")}
      </Button>
    </div>
  );
}
