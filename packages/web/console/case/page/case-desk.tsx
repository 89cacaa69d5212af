import { App } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import type { ActionForm, CaseDetail } from "@xiuhua/server/api";
import { ActionBar } from "../act/action-bar.tsx";
import { ActionDrawer } from "../act/action-drawer.tsx";
import { CaseDuplicates } from "../duplicates/case-duplicates.tsx";
import { CasePrint } from "../print/case-print.tsx";
import { mayNotify } from "../print/may-notify.ts";
import { LinkCard } from "../link/link-card.tsx";
import { CaseClocks } from "../view/case-clocks.tsx";
import { CaseFields } from "../view/case-fields.tsx";
import { CaseHeader } from "../view/case-header.tsx";
import { CasePhotos } from "../view/case-photos.tsx";
import { CaseParts } from "../view/case-parts.tsx";
import { CasePlace } from "../view/case-place.tsx";
import { CasePlan } from "../view/case-plan.tsx";
import { CaseTimeline } from "../view/case-timeline.tsx";
import { neighboursOf } from "../view/neighbours.ts";
import { OpenRequests } from "../view/open-requests.tsx";
import { useKeys } from "./use-keys.ts";

/** A case on the desk: what, where, when, and what this person may do about it. */
export function CaseDesk({ detail, onReload }: { detail: CaseDetail; onReload: () => Promise<unknown> }) {
  const { t } = useTranslation("case");
  const { modal } = App.useApp();
  const navigate = useNavigate();
  const location = useLocation();
  const neighbours = neighboursOf(location.state, detail.no);
  const bar = useRef<HTMLDivElement>(null);
  const [form, setForm] = useState<ActionForm>();
  const touched = useRef(false);

  /** Goes on at once, or after asking where typed input would be lost. */
  const leaving = (then: () => void) => {
    const go = () => {
      touched.current = false;
      then();
    };
    if (!form || !touched.current) go();
    else
      modal.confirm({
        title: t("actions.discardTitle"),
        okText: t("actions.discard"),
        cancelText: t("actions.keep"),
        onOk: go,
      });
  };
  const openForm = (next: ActionForm) => {
    if (next.action !== form?.action) leaving(() => setForm(next));
  };
  const go = (no: string | undefined) => {
    if (no !== undefined)
      leaving(() => void navigate(`/cases/${encodeURIComponent(no)}`, { state: location.state, replace: true }));
  };
  useKeys({
    a: () => bar.current?.querySelector("button")?.focus(),
    "[": () => go(neighbours?.previous),
    "]": () => go(neighbours?.next),
  });

  return (
    <div className="case-page" data-drawer={form !== undefined}>
      <CaseHeader detail={detail} neighbours={neighbours} onGo={go} notice={mayNotify(detail)} />
      <div className="case-grid">
        <div className="case-col-what">
          <OpenRequests requests={detail.openRequests} />
          <section className="case-card case-lead">
            <p>{detail.title}</p>
            {detail.place && <p className="case-lead-place">{detail.place.text}</p>}
          </section>
          <CasePlan detail={detail} />
          <CaseParts links={detail.links} />
          <CasePhotos detail={detail} />
          <CaseFields detail={detail} />
        </div>
        <div className="case-col-where">
          <CaseClocks detail={detail} />
          <LinkCard detail={detail} />
          <CasePlace detail={detail} />
          <CaseDuplicates detail={detail} onOpenForm={openForm} />
        </div>
        <div className="case-col-when">
          <CaseTimeline detail={detail} />
        </div>
      </div>
      <ActionBar detail={detail} open={form?.action} onOpen={openForm} ref={bar} />
      {form && (
        <ActionDrawer
          key={form.action}
          detail={detail}
          form={form}
          onClose={() => leaving(() => setForm(undefined))}
          onDone={() => {
            touched.current = false;
            setForm(undefined);
          }}
          onReload={onReload}
          onTouched={() => {
            touched.current = true;
          }}
        />
      )}
      <CasePrint detail={detail} />
    </div>
  );
}
