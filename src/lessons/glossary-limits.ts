import type { Term } from "./glossary.ts";

/** Words of limits, and of ends that come from outside. */
export const limitTerms: readonly Term[] = [
  {
    id: "semaphore",
    name: { en: "semaphore", zh: "信号量" },
    meaning: {
      en: "A counter of free places. Whoever finds none is suspended until somebody gives a place back.",
      zh: "记着还有几个名额的计数器。没有名额就挂起，等别人让出来。",
    },
    seen: { lesson: "limits", at: { event: "task_suspended", task: "dan" } },
  },
  {
    id: "timeout",
    name: { en: "timeout", zh: "超时" },
    meaning: {
      en: "A deadline has passed, and what was waited for is cancelled.",
      zh: "期限到了，正在等的那一步被取消。",
    },
    seen: { lesson: "timeouts", at: { event: "timeout_fired", task: "bobo" } },
  },
  {
    id: "cancellation",
    name: { en: "cancellation", zh: "取消" },
    meaning: {
      en: "A request to a task to stop. It arrives as `CancelledError` where the task waits, when the task runs next.",
      zh: "请一个任务停下来。任务下次运行时，在它等待的地方收到 `CancelledError`。",
    },
    seen: { lesson: "timeouts", at: { event: "task_resumed", task: "bobo" } },
  },
];
