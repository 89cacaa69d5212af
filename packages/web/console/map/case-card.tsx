import { CloseOutlined, LeftOutlined, RightOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { CaseDetail } from "@xiuhua/server/api";
import { caseQuery, photoAddress } from "../../shared/api/index.ts";
import { ClockLight } from "../../shared/ui/index.ts";
import { useSay } from "../../shared/words/index.ts";
import { useNames } from "../cases/table/names.ts";

interface CaseCardProps {
  /** Cases that stand at one spot. */
  readonly numbers: readonly string[];
  readonly onClose: () => void;
}

/** What one clicked on: each case at the spot with its photo, its state, its clock and the way to it. */
export function CaseCard({ numbers, onClose }: CaseCardProps) {
  const { t } = useTranslation("map");
  const [at, go] = useState(0);
  const no = numbers[at] ?? "";
  const { data, isError } = useQuery({ ...caseQuery(no), enabled: no !== "" });
  return (
    <section className="map-card" aria-label={t("card.label", { no })}>
      <header>
        <Link className="number" to={`/cases/${no}`} state={{ order: numbers }}>
          {no}
        </Link>
        <span className="page-head-space" />
        {numbers.length > 1 && (
          <>
            <Button
              size="small"
              type="text"
              icon={<LeftOutlined />}
              disabled={at === 0}
              aria-label={t("card.previous")}
              onClick={() => go(at - 1)}
            />
            <span className="soft number">
              {at + 1} / {numbers.length}
            </span>
            <Button
              size="small"
              type="text"
              icon={<RightOutlined />}
              disabled={at === numbers.length - 1}
              aria-label={t("card.next")}
              onClick={() => go(at + 1)}
            />
          </>
        )}
        <Button size="small" type="text" icon={<CloseOutlined />} aria-label={t("card.close")} onClick={onClose} />
      </header>
      {isError && <p>{t("card.failed")}</p>}
      {!data && !isError && <Skeleton active title={false} paragraph={{ rows: 3 }} />}
      {data && <CardBody detail={data} />}
    </section>
  );
}

function CardBody({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation("map");
  const say = useSay();
  const names = useNames();
  const photo = detail.evidence.find(({ kind }) => kind === "near" || kind === "far" || kind === "before");
  return (
    <div className="map-card-body">
      {photo && <img src={photoAddress(photo.hash, "thumbnail")} alt={t("card.photo")} />}
      <div>
        <strong>{detail.title}</strong>
        <span className="map-card-state">
          <span className="map-card-badge">{names.state(detail.procedure, detail.state)}</span>
          {!detail.final && <ClockLight colour={detail.colour} dueAt={detail.dueAt} warnAt={detail.warnAt} />}
        </span>
        <span className="soft">{detail.place?.text}</span>
        <span className="soft">
          {[detail.type && say(detail.type.name), detail.department && say(detail.department.name)]
            .filter(Boolean)
            .join(" · ")}
        </span>
        <Link to={`/cases/${detail.no}`}>{t("card.open")}</Link>
      </div>
    </div>
  );
}
