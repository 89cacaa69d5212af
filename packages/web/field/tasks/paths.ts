export const taskPath = (no: string): string => `/tasks/${encodeURIComponent(no)}`;
export const actPath = (no: string, action: string): string => `${taskPath(no)}/${encodeURIComponent(action)}`;
