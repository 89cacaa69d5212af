import { DeleteOutlined, StarOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Empty, Popover, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SavedFilter } from "@xiuhua/server/api";
import { get, send } from "../../../shared/api/index.ts";
import { Failure, useProblemText } from "../../../shared/ui/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { conditionCount, filterOf, type ListFilter } from "../filter/list-filter.ts";
import { SaveFilterDialog } from "./save-filter-dialog.tsx";

interface SavedFiltersProps {
  readonly filter: ListFilter;
  readonly onChoose: (filter: ListFilter) => void;
}

/** Filters kept by name, one's own or shared in a unit. */
export function SavedFilters({ filter, onChoose }: SavedFiltersProps) {
  const { t } = useTranslation("cases");
  const [opened, open] = useState(false);
  const [saving, setSaving] = useState(false);
  const saved = useQuery({
    queryKey: ["filters"],
    queryFn: ({ signal }) => get<SavedFilter[]>("/filters", undefined, signal),
  });
  return (
    <>
      <Popover
        trigger="click"
        placement="bottomRight"
        open={opened}
        onOpenChange={open}
        content={
          <div className="saved">
            {saved.isPending && <Skeleton active title={false} paragraph={{ rows: 3 }} />}
            {saved.error && <Failure error={saved.error} onRetry={() => void saved.refetch()} />}
            {saved.data?.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("saved.none")} />}
            {saved.data && saved.data.length > 0 && (
              <ul>
                {saved.data.map((one) => (
                  <SavedLine
                    key={one.id}
                    saved={one}
                    onChoose={() => {
                      open(false);
                      onChoose(filterOf(one.query));
                    }}
                  />
                ))}
              </ul>
            )}
            <Button
              block
              disabled={conditionCount(filter) === 0}
              onClick={() => {
                open(false);
                setSaving(true);
              }}
            >
              {t("saved.save")}
            </Button>
          </div>
        }
      >
        <Button icon={<StarOutlined />}>{t("saved.title")}</Button>
      </Popover>
      {saving && <SaveFilterDialog filter={filter} onClose={() => setSaving(false)} />}
    </>
  );
}

function SavedLine({ saved, onChoose }: { saved: SavedFilter; onChoose: () => void }) {
  const { t } = useTranslation("cases");
  const { t: common } = useTranslation();
  const say = useSay();
  const problem = useProblemText();
  const client = useQueryClient();
  const { message, modal } = App.useApp();
  const remove = useMutation({
    mutationFn: () => send("DELETE", `/filters/${encodeURIComponent(saved.id)}`),
    onError: (error) => message.error(problem(error)),
    onSettled: () => client.invalidateQueries({ queryKey: ["filters"] }),
  });
  return (
    <li className="saved-line">
      <button type="button" onClick={onChoose}>
        {saved.name}
        <small>{saved.unit ? t("saved.shared", { unit: say(saved.unit.name) }) : t("saved.mine")}</small>
      </button>
      {saved.mine && (
        <Button
          type="text"
          icon={<DeleteOutlined />}
          aria-label={t("saved.delete", { name: saved.name })}
          onClick={() =>
            void modal.confirm({
              title: t("saved.delete", { name: saved.name }),
              content: t("saved.deleteAsk"),
              okText: common("delete"),
              okButtonProps: { danger: true },
              onOk: () => remove.mutateAsync().catch(() => undefined),
            })
          }
        />
      )}
    </li>
  );
}
