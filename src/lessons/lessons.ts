import { crawlerScenario } from "./crawler-scenario.ts";
import type { LessonEntry } from "./lesson.ts";

/** Every lesson, in the order in which they are taught. */
export const lessons: readonly LessonEntry[] = [
  {
    id: "parallel-concurrent",
    shelf: "course",
    title: { en: "Computing on one or more cores", zh: "一个核心与多个核心" },
    load: async () => (await import("./course/parallel-concurrent.ts")).parallelConcurrent,
  },
  {
    id: "sync-async",
    shelf: "course",
    title: { en: "What to do while waiting", zh: "等待的时候做什么" },
    load: async () => (await import("./course/sync-async.ts")).syncAsync,
  },
  {
    id: "pool-of-five",
    shelf: "course",
    title: { en: "A worker for every address", zh: "每个网址一个线程" },
    load: async () => (await import("./course/pool-of-five.ts")).poolOfFive,
  },
  {
    id: "pool-of-three",
    shelf: "course",
    title: { en: "Fewer workers than tasks", zh: "线程比任务少" },
    load: async () => (await import("./course/pool-of-three.ts")).poolOfThree,
  },
  {
    id: "who-switches",
    shelf: "course",
    title: { en: "Who switches", zh: "由谁来切换" },
    load: async () => (await import("./course/who-switches.ts")).whoSwitches,
  },
  {
    id: "calling-is-not-running",
    shelf: "course",
    title: { en: "Calling an async function", zh: "调用 async 函数" },
    load: async () => (await import("./course/calling-is-not-running.ts")).callingIsNotRunning,
  },
  {
    id: "task-and-loop",
    shelf: "course",
    title: { en: "A task and its event loop", zh: "任务与事件循环" },
    load: async () => (await import("./course/task-and-loop.ts")).taskAndLoop,
  },
  {
    id: "done-callback",
    shelf: "course",
    title: { en: "When the callback comes", zh: "回调什么时候来" },
    load: async () => (await import("./course/done-callback.ts")).doneCallback,
  },
  {
    id: "many-tasks",
    shelf: "course",
    title: { en: "Several tasks in one loop", zh: "一个循环里的多个任务" },
    load: async () => (await import("./course/many-tasks.ts")).manyTasks,
  },
  {
    id: "await",
    shelf: "course",
    title: { en: "The word await", zh: "await 这个词" },
    load: async () => (await import("./course/await.ts")).awaitLesson,
  },
  {
    id: "two-clients",
    shelf: "course",
    title: { en: "Which HTTP client", zh: "用哪个请求库" },
    load: async () => (await import("./course/two-clients.ts")).twoClients,
  },
  {
    id: "crawler",
    shelf: "course",
    title: { en: "The whole crawler", zh: "完整的爬虫" },
    load: async () => (await import("./course/crawler.ts")).crawler,
  },
  {
    id: "limits",
    shelf: "beyond",
    title: { en: "Only so many at a time", zh: "限制同时进行的数量" },
    load: async () => (await import("./beyond/limits.ts")).limits,
  },
  {
    id: "timeouts",
    shelf: "beyond",
    title: { en: "A deadline and a cancel", zh: "期限与取消" },
    load: async () => (await import("./beyond/timeouts.ts")).timeouts,
  },
  {
    id: "together",
    shelf: "beyond",
    title: { en: "When one of them fails", zh: "其中一个出错时" },
    load: async () => (await import("./beyond/together.ts")).together,
  },
  {
    id: "offload",
    shelf: "beyond",
    title: { en: "Moving a call to a thread", zh: "把调用移到线程里" },
    load: async () => (await import("./beyond/offload.ts")).offload,
  },
  {
    id: "busy-server",
    shelf: "beyond",
    title: { en: "A busy server", zh: "忙不过来的服务器" },
    load: async () => (await import("./beyond/busy-server.ts")).busyServer,
  },
  {
    id: "nested-tasks",
    shelf: "beyond",
    title: { en: "Tasks that make tasks", zh: "任务再建任务" },
    load: async () => (await import("./beyond/nested-tasks.ts")).nestedTasks,
  },
  {
    id: "ten-thousand",
    shelf: "beyond",
    title: { en: "Very many tasks", zh: "非常多的任务" },
    load: async () => (await import("./beyond/ten-thousand.ts")).tenThousand,
  },
];

/** What a visitor without a link sees: the last lesson's program, without the lesson. */
export const firstSight = { id: "crawler", scenario: crawlerScenario } as const;

/** Those beyond the course come after it. */
const courseLength = lessons.findIndex(({ shelf }) => shelf === "beyond");

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** What a lesson is called in a list: the course's own by numbers, those beyond it by letters; "" for no lesson. */
export function lessonNumber(id: string): string {
  const nth = lessons.findIndex((lesson) => lesson.id === id);
  if (nth < 0) return "";
  return nth < courseLength ? String(nth + 1) : (LETTERS[nth - courseLength] ?? "");
}

/** The lesson after this one; undefined after the last. */
export const lessonAfter = (id: string): LessonEntry | undefined =>
  lessons[lessons.findIndex((lesson) => lesson.id === id) + 1];

/** The address that opens a lesson at its beginning. */
export const lessonLink = (id: string): string => `#lesson=${id}`;
