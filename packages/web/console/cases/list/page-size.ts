export const pageSizes = [20, 50, 100, 200] as const;
export type PageSize = (typeof pageSizes)[number];

const key = "xiuhua.page-size";

export function storedPageSize(): PageSize {
  const stored = Number(localStorage.getItem(key));
  return pageSizes.find((one) => one === stored) ?? 50;
}

export function storePageSize(size: PageSize): void {
  localStorage.setItem(key, String(size));
}
