export { ClockLight } from "./clock-light.tsx";
export { Failure } from "./failure.tsx";
export { Lamp } from "./lamp.tsx";
export { useProblemText } from "./problem-text.tsx";
