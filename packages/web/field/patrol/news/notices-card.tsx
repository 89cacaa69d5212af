import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Notice } from "@xiuhua/server/api";
import { noticesQuery, send } from "../../../shared/api/index.ts";
import { cityTime } from "../../../shared/time/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { kept } from "../../kept/index.ts";
import { Icon } from "../../ui/index.ts";
import "./news.css";

/** So many are shown: the newest. */
const most = 8;

/** What happened to my cases and tasks; touched, the task opens. */
export function NoticesCard() {
  const { t } = useTranslation("patrol");
  const { data } = useQuery({ ...noticesQuery, meta: kept, refetchInterval: 60_000, refetchOnMount: "always" });
  const notices = data?.slice(0, most) ?? [];
  return (
    <section className="card news" aria-labelledby="notices-title">
      <h2 id="notices-title">{t("notices.title")}</h2>
      {notices.length === 0 ? (
        <p className="faint small">{t("notices.none")}</p>
      ) : (
        <ul>
          {notices.map((notice) => (
            <Line key={notice.id} notice={notice} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Line({ notice }: { notice: Notice }) {
  const { t } = useTranslation("patrol");
  const say = useSay();
  const client = useQueryClient();
  const navigate = useNavigate();
  const read = useMutation({
    mutationFn: () => send("POST", "/notices/read", { ids: [notice.id] }),
    onSettled: () => client.invalidateQueries({ queryKey: noticesQuery.queryKey }),
  });
  const isNew = notice.readAt === undefined;
  return (
    <li>
      <button
        type="button"
        className="news-line"
        data-new={isNew || undefined}
        onClick={() => {
          if (isNew) read.mutate();
          if (notice.caseNo !== undefined) void navigate(`/tasks/${notice.caseNo}`);
        }}
      >
        <span>
          {isNew && <span className="sr-only">{t("notices.new")}</span>}
          {say(notice.message)}
          <span className="faint small">{cityTime(notice.at).format("MM-DD HH:mm")}</span>
        </span>
        {notice.caseNo !== undefined && <Icon name="next" size={18} />}
      </button>
    </li>
  );
}
