import { Modal } from "antd";
import { useTranslation } from "react-i18next";

const keys = [
  ["down", ["j", "↓"]],
  ["up", ["k", "↑"]],
  ["enter", ["Enter"]],
  ["select", ["x"]],
  ["search", ["/"]],
  ["escape", ["Esc"]],
  ["help", ["?"]],
] as const;

export function ListHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation("cases");
  return (
    <Modal open={open} onCancel={onClose} footer={null} width={340} title={t("keys.title")}>
      <dl className="keys">
        {keys.map(([name, strokes]) => (
          <div key={name}>
            <dt>
              {strokes.map((stroke) => (
                <kbd key={stroke}>{stroke}</kbd>
              ))}
            </dt>
            <dd>{t(`keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
