import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children"> {
  /** `main` is the one way on; `grave` throws something away. */
  readonly kind?: "main" | "plain" | "quiet" | "grave";
  readonly icon?: IconName;
  readonly wide?: boolean;
  readonly children?: ReactNode;
}

/** As high as a thumb is wide. */
export function Button({ kind = "plain", icon, wide = false, children, type = "button", ...rest }: ButtonProps) {
  return (
    <button type={type} data-kind={kind} data-wide={wide || undefined} className="button" {...rest}>
      {icon && <Icon name={icon} size={22} />}
      {children !== undefined && <span>{children}</span>}
    </button>
  );
}
