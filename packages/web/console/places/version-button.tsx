import { Button, Popconfirm } from "antd";
import type { UseMutationResult } from "@tanstack/react-query";

interface VersionButtonProps {
  readonly label: string;
  readonly ask: string;
  readonly danger?: boolean;
  readonly address: string;
  readonly action: UseMutationResult<unknown, Error, string>;
}

/** A button in a row of versions, which asks before it does anything. */
export function VersionButton({ label, ask, danger = false, address, action }: VersionButtonProps) {
  return (
    <Popconfirm title={ask} placement="left" onConfirm={() => action.mutate(address)}>
      <Button
        type="link"
        size="small"
        danger={danger}
        loading={action.isPending && action.variables === address}
        disabled={action.isPending}
      >
        {label}
      </Button>
    </Popconfirm>
  );
}
