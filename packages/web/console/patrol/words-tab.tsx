import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Empty, Popconfirm, Skeleton, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { send } from "../../shared/api/index.ts";
import { minuteText } from "../../shared/time/index.ts";
import { Failure, useProblemText } from "../../shared/ui/index.ts";
import { useSay } from "../../shared/words/index.ts";
import { mayWrite } from "../alarms/index.ts";
import { useRoleNames } from "../people/fields/grant-text.ts";
import { useMe } from "../session/index.ts";
import { bulletinsQuery } from "./queries.ts";
import { WordDialog } from "./word-dialog.tsx";

/** What the centre says to those outside: on their phones at once, and for as long as it is up. */
export function WordsTab() {
  const { t } = useTranslation("street");
  const say = useSay();
  const problem = useProblemText();
  const roles = useRoleNames();
  const { message } = App.useApp();
  const client = useQueryClient();
  const writer = mayWrite(useMe());
  const words = useQuery(bulletinsQuery);
  const [writing, setWriting] = useState(false);
  const remove = useMutation({
    mutationFn: (id: string) => send("DELETE", `/bulletins/${encodeURIComponent(id)}`),
    onSuccess: () => message.success(t("words.removed")),
    onError: (error) => message.error(problem(error)),
    onSettled: () => client.invalidateQueries({ queryKey: bulletinsQuery.queryKey }),
  });
  return (
    <>
      {writer && (
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setWriting(true)}>
          {t("words.write")}
        </Button>
      )}
      {words.error && <Failure error={words.error} onRetry={() => void words.refetch()} />}
      {words.isPending && <Skeleton active />}
      {words.data?.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("words.none")} />}
      <ul className="patrol-words">
        {words.data?.map((one) => (
          <li key={one.id}>
            <p>{say(one.text)}</p>
            <p>
              {(one.roles ?? []).map((role) => (
                <Tag key={role}>{roles.name(role)}</Tag>
              ))}
              {!one.roles && <Tag>{t("words.everybody")}</Tag>}
              {one.area && <Tag>{say(one.area.name)}</Tag>}
            </p>
            <p className="soft number">
              {t("words.by", { name: say(one.by.name), at: minuteText(one.at) })}
              {" · "}
              {t("words.till", { at: minuteText(one.until) })}
              {writer && (
                <Popconfirm title={t("words.removeAsk")} onConfirm={() => remove.mutate(one.id)}>
                  <Button type="link" size="small" icon={<DeleteOutlined />}>
                    {t("words.remove")}
                  </Button>
                </Popconfirm>
              )}
            </p>
          </li>
        ))}
      </ul>
      {writing && <WordDialog onClose={() => setWriting(false)} />}
    </>
  );
}
