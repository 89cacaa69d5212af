import { Component, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button, Notice, Screen } from "../ui/index.ts";

/** A screen that breaks says so and lets itself be opened again; what was saved is safe. */
export class Guard extends Component<{ children: ReactNode }, { readonly error?: unknown }> {
  override state: { readonly error?: unknown } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render(): ReactNode {
    return this.state.error === undefined ? this.props.children : <BrokenPage error={this.state.error} />;
  }
}

function BrokenPage({ error }: { error: unknown }) {
  const { t } = useTranslation("field");
  return (
    <Screen title={t("title")}>
      <Notice
        tone="bad"
        title={t("broken.title")}
        action={<Button onClick={() => location.reload()}>{t("broken.again")}</Button>}
      >
        <p>{t("broken.text")}</p>
        <p className="small faint">{error instanceof Error ? error.message : String(error)}</p>
      </Notice>
    </Screen>
  );
}
