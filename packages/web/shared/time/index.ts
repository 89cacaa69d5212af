export { colourAt } from "./colour.ts";
export { cityInstant, cityTime, dayText, minuteText, secondText, setCityZone, shortText } from "./city-time.ts";
export { durationParts, remaining, type DurationPart, type Remaining } from "./remaining.ts";
export { useDuration } from "./use-duration.ts";
export { useNow } from "./use-now.ts";
