import { BellOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Badge, Button, Empty, Popover, Skeleton } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { useTranslation } from "react-i18next";
import type { Notice } from "@xiuhua/server/api";
import { noticesQuery, send } from "../../shared/api/index.ts";
import { shortText, useNow } from "../../shared/time/index.ts";
import { Failure } from "../../shared/ui/index.ts";
import { WordsText } from "../../shared/words/index.ts";

export function Notices() {
  const { t } = useTranslation("shell");
  const [open, setOpen] = useState(false);
  const notices = useQuery(noticesQuery);
  const client = useQueryClient();
  const read = useMutation({
    mutationFn: (ids: readonly string[]) => send("POST", "/notices/read", { ids }),
    onSettled: () => client.invalidateQueries({ queryKey: noticesQuery.queryKey }),
  });
  const unread = notices.data?.filter((one) => one.readAt === undefined) ?? [];
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      content={
        <section className="notices" aria-label={t("notices.title")}>
          <header>
            <strong>{t("notices.title")}</strong>
            {unread.length > 0 && (
              <Button type="link" loading={read.isPending} onClick={() => read.mutate(unread.map((one) => one.id))}>
                {t("notices.readAll")}
              </Button>
            )}
          </header>
          {notices.isPending && <Skeleton active title={false} paragraph={{ rows: 4 }} />}
          {notices.error && <Failure error={notices.error} onRetry={() => void notices.refetch()} />}
          {notices.data?.length === 0 && (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description={
                <>
                  {t("notices.none")}
                  <br />
                  <small>{t("notices.noneHint")}</small>
                </>
              }
            />
          )}
          {notices.data && notices.data.length > 0 && (
            <ul>
              {notices.data.map((notice) => (
                <NoticeLine
                  key={notice.id}
                  notice={notice}
                  onOpen={() => {
                    setOpen(false);
                    if (notice.readAt === undefined) read.mutate([notice.id]);
                  }}
                />
              ))}
            </ul>
          )}
        </section>
      }
    >
      <Badge count={unread.length} size="small" offset={[-6, 6]}>
        <Button type="text" icon={<BellOutlined />} aria-label={t("notices.open", { count: unread.length })} />
      </Badge>
    </Popover>
  );
}

function NoticeLine({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  const { t } = useTranslation("shell");
  const now = useNow();
  const isNew = notice.readAt === undefined;
  const words = (
    <>
      {isNew && <span className="sr-only">{t("notices.unread")}</span>}
      <span>
        <WordsText words={notice.message} />
      </span>
      <time className="number" dateTime={notice.at}>
        {shortText(notice.at, now)}
      </time>
    </>
  );
  return (
    <li>
      {notice.caseNo === undefined ? (
        <button type="button" className="notices-line" data-new={isNew} onClick={onOpen}>
          {words}
        </button>
      ) : (
        <Link className="notices-line" data-new={isNew} to={`/cases/${notice.caseNo}`} onClick={onOpen}>
          {words}
        </Link>
      )}
    </li>
  );
}
