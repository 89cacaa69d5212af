import { Skeleton } from "antd";

/** The page's own shape while the case is on its way. */
export function CaseSkeleton() {
  return (
    <div className="case-page" aria-busy="true">
      <header className="case-header">
        <Skeleton active title={{ width: 320 }} paragraph={{ rows: 1, width: 560 }} />
      </header>
      <div className="case-grid">
        {["case-col-what", "case-col-where", "case-col-when"].map((column) => (
          <div key={column} className={column}>
            <section className="case-card case-card-body">
              <Skeleton active paragraph={{ rows: 6 }} />
            </section>
          </div>
        ))}
      </div>
    </div>
  );
}
