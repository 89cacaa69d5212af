import type { ReactNode } from "react";

interface CardProps {
  readonly title: string;
  readonly extra?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** One part of the case page. */
export function Card({ title, extra, className = "", children }: CardProps) {
  return (
    <section className={`case-card ${className}`}>
      <header className="case-card-head">
        <h2>{title}</h2>
        {extra}
      </header>
      <div className="case-card-body">{children}</div>
    </section>
  );
}
