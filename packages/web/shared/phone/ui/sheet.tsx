import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "./icon.tsx";

interface SheetProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
  /** Takes the whole screen, for a map or a list to search. */
  readonly tall?: boolean;
}

/** Comes up from below, where the thumb is. The browser's own dialog keeps the focus in it. */
export function Sheet({ title, onClose, children, foot, tall = false }: SheetProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="sheet"
      data-tall={tall || undefined}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <button type="button" className="sheet-behind" tabIndex={-1} aria-label={t("close")} onClick={onClose} />
      <div className="sheet-inside">
        <header className="sheet-head">
          <h2>{title}</h2>
          <button type="button" className="icon-button" aria-label={t("close")} onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        <div className="sheet-body">{children}</div>
        {foot !== undefined && <footer className="sheet-foot">{foot}</footer>}
      </div>
    </dialog>
  );
}
