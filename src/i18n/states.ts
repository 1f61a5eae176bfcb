import { defineMessages } from "./messages.tsx";

/** The states of a task, as every view names them; `neverBegan`: it was not there yet when all was over. */
export const stateNames = defineMessages({
  en: {
    absent: "not yet",
    neverBegan: "never began",
    created: "created",
    ready: "ready",
    running: "running",
    suspended: "suspended",
    blocked: "blocked",
    done: "done",
    failed: "failed",
    cancelled: "cancelled",
    pending: "pending",
  },
  zh: {
    absent: "还不存在",
    neverBegan: "从未开始",
    created: "已创建",
    ready: "就绪",
    running: "运行",
    suspended: "挂起",
    blocked: "阻塞",
    done: "完成",
    failed: "出错",
    cancelled: "已取消",
    pending: "未完成",
  },
});

export type StateName = keyof (typeof stateNames)["en"];
