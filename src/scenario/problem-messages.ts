import type { Problem, ProblemCode } from "./problem.ts";

type Language = "en" | "zh";
type Words = Readonly<Record<ProblemCode, (problem: Problem) => string>>;

/** A problem in one sentence: where, what was found, what is allowed. */
export function formatProblem(problem: Problem, language: Language): string {
  const { found, allowed } = problem;
  const path = problem.path === "" ? WHOLE[language] : problem.path;
  const words = WORDS[language][problem.code];
  const sentence = words({ ...problem, path, found: groupDigits(found), allowed: groupDigits(allowed) });
  return `${sentence}${problem.nearest === undefined ? "" : SUGGESTION[language](problem.nearest)}`;
}

/** What stands for the path of the input as a whole. */
const WHOLE = { en: "The input", zh: "“输入”" };

const SUGGESTION = {
  en: (name: string) => ` Did you mean ${name}?`,
  zh: (name: string) => `是不是想写 ${name}？`,
};

/** What a value of a type is called; other terms of the format stand as they are. */
const TYPES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    object: "an object {…}",
    array: "a list […]",
    string: 'text in quotes "…"',
    boolean: "true or false",
  },
  zh: { object: "一个对象 {…}", array: "一个列表 […]", string: '引号里的文字 "…"', boolean: "true 或 false" },
};

const en: Words = {
  not_json: ({ found }) => `This is not valid JSON; reading stopped near: ${found}`,
  too_long: ({ path, found, allowed }) =>
    `${path} is ${found} characters long; at most ${allowed} are allowed.`,
  too_many: ({ path, found, allowed }) => `${path} has ${found} entries; at most ${allowed} are allowed.`,
  wrong_type: ({ path, found, allowed }) =>
    `${path} is ${found}; it must be ${TYPES.en[allowed] ?? allowed}.`,
  not_an_integer: ({ path, found, allowed }) => `${path} is ${found}; it must be a whole number, ${allowed}.`,
  out_of_range: ({ path, found, allowed }) => `${path} is ${found}; allowed is ${allowed}.`,
  malformed_text: ({ path, found }) =>
    `${path} is ${found}: a character that cannot be stored (half a character, or NUL) is in it. Please type the text again.`,
  not_allowed: ({ path, found, allowed }) => `${path} is ${found}; allowed is ${allowed}.`,
  reserved: ({ path, found }) =>
    `${path} is ${found}, which is the name of the main program. Please choose another.`,
  unknown_field: ({ path, allowed }) =>
    `${path} is not a field of the format. The fields here are ${allowed}.`,
  missing: ({ path, found }) =>
    found === "" ? `${path} is missing.` : `${path} is empty; something must be there.`,
  duplicate: ({ path, found, allowed }) =>
    `${path} is ${found}, the same as ${allowed}; every task needs a name of its own.`,
  unknown_task: ({ path, found, allowed }) =>
    `${path} is ${found}, but there is no task of that name. The tasks are ${allowed}.`,
  needs: ({ path, found, allowed }) => `${path} is ${found}; this works only together with ${allowed}.`,
  cycle: ({ path, found }) =>
    `${path} closes a circle of calls (${found}), so none of these bodies could ever end.`,
  nothing_starts: ({ path }) =>
    `${path}: every task is named in a spawn or a call, so nothing would ever start.`,
  started_twice: ({ path, found, allowed }) =>
    `${path} would start ${found} a second time (it is started at ${allowed}); a task is started once.`,
  too_deep: ({ path, found, allowed }) =>
    `${path} calls bodies within bodies ${found} levels deep; at most ${allowed} are allowed.`,
  unknown_version: ({ found, allowed }) =>
    `This scenario is of format version ${found}; this page reads version ${allowed}.`,
  broken_link: ({ path, found, allowed }) =>
    `The link is damaged: ${path} is ${found}; allowed is ${allowed}.`,
  more: ({ found }) => `… and ${found.replace("> ", "over ")} more mistakes.`,
};

const zh: Words = {
  not_json: ({ found }) => `这段内容不是有效的 JSON，读到这里就读不下去了：${found}`,
  too_long: ({ path, found, allowed }) => `${path} 有 ${found} 个字符，最多 ${allowed} 个。`,
  too_many: ({ path, found, allowed }) => `${path} 有 ${found} 项，最多 ${allowed} 项。`,
  wrong_type: ({ path, found, allowed }) =>
    `${path} 是 ${found}，这里应当是${TYPES.zh[allowed] ?? ` ${allowed}`}。`,
  not_an_integer: ({ path, found, allowed }) => `${path} 是 ${found}，这里应当是整数，范围 ${allowed}。`,
  out_of_range: ({ path, found, allowed }) => `${path} 是 ${found}，允许的范围是 ${allowed}。`,
  malformed_text: ({ path, found }) =>
    `${path} 是 ${found}，里面有存不下来的字符（半个字符或 NUL），请重新输入这段文字。`,
  not_allowed: ({ path, found, allowed }) => `${path} 是 ${found}，这里可以用：${allowed}。`,
  reserved: ({ path, found }) => `${path} 是 ${found}，这个名字留给主程序，请换一个。`,
  unknown_field: ({ path, allowed }) => `格式里没有 ${path} 这个字段，这里可以用：${allowed}。`,
  missing: ({ path, found }) => (found === "" ? `缺少 ${path}。` : `${path} 是空的，请填上内容。`),
  duplicate: ({ path, found, allowed }) => `${path} 是 ${found}，和 ${allowed} 重名了，请换一个名字。`,
  unknown_task: ({ path, found, allowed }) =>
    `${path} 是 ${found}，可是没有叫这个名字的任务。现有任务：${allowed}。`,
  needs: ({ path, found, allowed }) => `${path} 是 ${found}，要同时有 ${allowed} 才能用。`,
  cycle: ({ path, found }) => `${path} 让调用绕成了一圈（${found}），这样哪个任务都结束不了。`,
  nothing_starts: ({ path }) => `${path}：每个任务都要等别的任务用 spawn 或 call 启动，结果谁也不会开始。`,
  started_twice: ({ path, found, allowed }) =>
    `${path} 会把 ${found} 再启动一次（${allowed} 已经启动过），一个任务只能启动一次。`,
  too_deep: ({ path, found, allowed }) => `${path} 的调用嵌套了 ${found} 层，最多 ${allowed} 层。`,
  unknown_version: ({ found, allowed }) => `这个场景的格式版本是 ${found}，本页面能读的是版本 ${allowed}。`,
  broken_link: ({ path, found, allowed }) => `链接有损坏：${path} 是 ${found}，应当是 ${allowed}。`,
  more: ({ found }) => `……另外还有 ${found.replace("> ", "超过 ")} 处错误。`,
};

const WORDS: Readonly<Record<Language, Words>> = { en, zh };

/** `86400000` becomes `86,400,000`; quoted text and paths stay as they are. */
function groupDigits(terms: string): string {
  return terms.startsWith('"')
    ? terms
    : terms.replace(/\d{5,}/g, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ","));
}
