import { useState } from "react";
import { PersonTable } from "./persons/person-table.tsx";
import { UnitPanel } from "./units/unit-panel.tsx";

/** The unit tree on the left, its people on the right. */
export function OrganisationTab() {
  const [unit, choose] = useState<string>();
  return (
    <div className="organisation">
      <UnitPanel chosen={unit} onChoose={choose} />
      <PersonTable unit={unit} />
    </div>
  );
}
