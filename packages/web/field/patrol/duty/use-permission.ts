import { useEffect, useState } from "react";

/** Whether this browser lets us know where the phone is; follows when the person changes it. */
export function usePermission(): PermissionState | undefined {
  const [state, setState] = useState<PermissionState>();
  useEffect(() => {
    let asked: PermissionStatus | undefined;
    let gone = false;
    const look = () => setState(asked?.state);
    void navigator.permissions.query({ name: "geolocation" }).then((status) => {
      if (gone) return;
      asked = status;
      look();
      status.addEventListener("change", look);
    });
    return () => {
      gone = true;
      asked?.removeEventListener("change", look);
    };
  }, []);
  return state;
}
