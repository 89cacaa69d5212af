import { useDeferredValue, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../shared/words/index.ts";
import { Notice, Sheet } from "../ui/index.ts";
import "./types.css";
import type { PackType } from "./types.ts";
import { useClasses, useFoundTypes } from "./use-types.ts";

interface TypeSheetProps {
  readonly types: readonly PackType[];
  readonly onChoose: (code: string) => void;
  readonly onClose: () => void;
}

/** All types, by class, or those that fit what is typed: 井盖, jg, jinggai, manhole, 01001. */
export function TypeSheet({ types, onChoose, onClose }: TypeSheetProps) {
  const { t } = useTranslation("report");
  const say = useSay();
  const [typed, setTyped] = useState("");
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  const classes = useClasses();
  const found = useFoundTypes(types, useDeferredValue(typed));
  const row = (type: PackType) => (
    <li key={type.code}>
      <button type="button" className="type-row" onClick={() => onChoose(type.code)}>
        <span>{say(type.name)}</span>
        <span className="small faint number">{type.code}</span>
      </button>
    </li>
  );
  return (
    <Sheet title={t("type.searchTitle")} tall onClose={onClose}>
      <input
        className="input"
        type="search"
        ref={box}
        value={typed}
        placeholder={t("type.search")}
        aria-label={t("type.search")}
        onChange={(event) => setTyped(event.target.value)}
      />
      {types.length === 0 && <Notice>{t("type.noPack")}</Notice>}
      {found && found.length === 0 && <p className="faint">{t("type.none")}</p>}
      {found ? (
        <ul>{found.map(row)}</ul>
      ) : (
        classes.map((one) => (
          <details key={one.code} className="type-class">
            <summary>{say(one.name)}</summary>
            <ul>{types.filter((type) => type.classCode === one.code).map(row)}</ul>
          </details>
        ))
      )}
    </Sheet>
  );
}
