import { defineMessages } from "./messages.tsx";

/** The words of the list of lessons that is always on the page. */
export const railMessages = defineMessages({
  en: {
    lessons: "Lessons",
    openList: "All lessons (L)",
    glossary: "Glossary (G)",
    entry: (number: string, title: string) => `Lesson ${number}: ${title}`,
    done: "done",
  },
  zh: {
    lessons: "课程",
    openList: "全部课程（L）",
    glossary: "术语表（G）",
    entry: (number: string, title: string) => `第 ${number} 课：${title}`,
    done: "已学完",
  },
});
