export { PushCard } from "./push-card.tsx";
export { usePushNews } from "./use-push-news.ts";
