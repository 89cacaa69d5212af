import { address } from "../../../shared/api/index.ts";

export const thumbnailOf = (hash: string): string => address(`/evidence/${hash}/thumbnail`);
export const fileOf = (hash: string): string => address(`/evidence/${hash}`);
