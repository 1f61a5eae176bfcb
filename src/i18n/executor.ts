import { defineMessages } from "./messages.tsx";

/** The words of the switch in the header; all others of Live are loaded with it. */
export const executorMessages = defineMessages({
  en: { executor: "Executor", simulated: "Simulated", live: "Live" },
  zh: { executor: "执行方式", simulated: "模拟", live: "真实运行" },
});
