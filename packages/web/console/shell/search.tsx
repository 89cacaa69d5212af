import { SearchOutlined } from "@ant-design/icons";
import { Input, type InputRef } from "antd";
import { useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { useTranslation } from "react-i18next";
import { PlaceHints } from "./place-hints.tsx";
import { searchTarget } from "./search-target.ts";

/** By number straight to the case, by a place in words to the map, by other words to the list. “/” brings the cursor here from anywhere. */
export function Search() {
  const { t } = useTranslation("shell");
  const navigate = useNavigate();
  const input = useRef<InputRef>(null);
  const [text, setText] = useState("");
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof HTMLElement && event.target.closest("input, textarea, [contenteditable]")) return;
      event.preventDefault();
      input.current?.focus({ cursor: "all" });
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  const go = (target: string | undefined) => {
    if (target === undefined) return;
    setText("");
    input.current?.blur();
    void navigate(target);
  };
  return (
    <div className="header-search">
      <Input
        ref={input}
        type="search"
        size="medium"
        allowClear
        maxLength={100}
        aria-label={t("search.label")}
        placeholder={t("search.placeholder")}
        prefix={<SearchOutlined />}
        suffix={text === "" ? <kbd title={t("search.key")}>/</kbd> : null}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") input.current?.blur();
        }}
        onPressEnter={() => {
          go(searchTarget(text));
        }}
      />
      <PlaceHints text={text} onGo={go} />
    </div>
  );
}
