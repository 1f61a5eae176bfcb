import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { topLevelTasks } from "../defaults.ts";
import { BEGIN_MARK, CALLBACK, CLEANUP, END_MARK, NO_MARK } from "../program-mark.ts";
import type { Scenario, TaskSpec } from "../scenario.ts";
import { generateProgram } from "./generate-program.ts";
import type { Program } from "./program.ts";

const page = (name: string, ms = 2000): TaskSpec => ({
  name,
  url: `http://127.0.0.1:5000/${name}`,
  steps: [{ kind: "io", ms }],
});

const pages: readonly TaskSpec[] = ["bobo", "jay", "tom"].map((name) => page(name));

const textOf = (scenario: Scenario): string =>
  generateProgram(scenario, "en")
    .lines.map(({ text }) => text)
    .join("\n");

/** The text of the line that a mark leads to. */
const lineAt = (program: Program, index: number | undefined) =>
  index === undefined ? undefined : program.lines[index]?.text.trim();

describe("the crawler", () => {
  it("reads like the course's program in async", () => {
    const tasks = pages.map((task) => ({ ...task, callbacks: [{ name: "parse", reads_result: true }] }));
    expect(textOf({ mode: "async", create: "before_loop", wait: { style: "wait" }, tasks })).toBe(
      `
import asyncio, time
import aiohttp

pages = [
    ("bobo", "http://127.0.0.1:5000/bobo"),
    ("jay", "http://127.0.0.1:5000/jay"),
    ("tom", "http://127.0.0.1:5000/tom"),
]

async def get_request(name, url):
    print(f"begin {name}")
    async with aiohttp.ClientSession() as sess:
        # the server takes 2 s
        async with sess.get(url) as resp:
            page = await resp.text()
    print(f"end {name}")
    return page

def parse(task):
    print("parse got", task.result())

start = time.time()
loop = asyncio.new_event_loop()
tasks = []
for name, url in pages:
    coro = get_request(name, url)
    task = loop.create_task(coro)
    task.add_done_callback(parse)
    tasks.append(task)
loop.run_until_complete(asyncio.wait(tasks))
print(f"total {time.time() - start:.2f} s")
`.trim(),
    );
  });

  it("needs no event loop in sync", () => {
    const text = textOf({ mode: "sync", tasks: pages });
    expect(text).toContain("\ndef get_request(name, url):");
    expect(text).toContain("    resp = requests.get(url)\n    page = resp.text\n");
    expect(text).toContain("for name, url in pages:\n    get_request(name, url)\n");
    expect(text).not.toContain("asyncio");
  });

  it("travels through a pool in chunks", () => {
    const text = textOf({ mode: "pool", workers: 2, chunk_size: 2, tasks: pages });
    expect(text).toContain("pool = Pool(2)\npool.starmap(get_request, pages, chunksize=2)\n");
  });

  it("starts a process for each page, guarded from being imported by them", () => {
    expect(textOf({ mode: "processes", tasks: pages })).toContain(
      `
if __name__ == "__main__":
    start = time.time()
    processes = []
    for name, url in pages:
        process = multiprocessing.Process(target=get_request, args=(name, url))
        process.start()
        processes.append(process)
    for process in processes:
        process.join()
    print(f"total {time.time() - start:.2f} s")`,
    );
  });

  it("says in a comment what machine is assumed", () => {
    const machine = { cores: 1, time_slice_ms: 100, other_programs: [{ name: "music\nplayer" }] };
    expect(textOf({ mode: "threads", tasks: pages, machine })).toContain(
      "\n# assumed: 1 core\n# assumed: time slices of 100 ms\n# beside it runs: music player\nstart = ",
    );
  });

  it("tells the server's times where they differ", () => {
    const text = textOf({ mode: "threads", tasks: [page("bobo"), page("tom", 500)] });
    expect(text).toContain('("tom", "http://127.0.0.1:5000/tom"),  # the server takes 0.5 s');
    expect(text).not.toContain("# the server takes 2 s\n    resp");
  });

  it("has comments in the reader's language and the same code in both", () => {
    const scenario: Scenario = { mode: "async", tasks: pages };
    const [en, zh] = (["en", "zh"] as const).map((language) => generateProgram(scenario, language).lines);
    const code = (lines: Program["lines"] = []) =>
      lines.filter(({ text }) => !/#|:\.2f/.test(text)).map(({ text }) => text);
    expect(code(zh)).toEqual(code(en));
    expect(zh?.some(({ text }) => text.trim() === "# 服务器要 2 秒")).toBe(true);
  });
});

describe("tasks", () => {
  it("share a function when only numbers and texts differ", () => {
    const text = textOf({
      mode: "async",
      tasks: [
        { name: "A", steps: [{ kind: "sleep", ms: 100 }] },
        { name: "B", steps: [{ kind: "sleep", ms: 250 }] },
      ],
    });
    expect(text).toContain('rows = [("A", 0.1), ("B", 0.25)]');
    expect(text).toContain("async def work(name, delay):");
    expect(text).toContain("    await asyncio.sleep(delay)\n");
  });

  it("have functions of their own when their steps differ", () => {
    const scenario: Scenario = {
      mode: "sync",
      tasks: [
        { name: "A", steps: [{ kind: "sleep", ms: 100 }] },
        { name: "B", steps: [{ kind: "cpu", ms: 100 }] },
      ],
    };
    const program = generateProgram(scenario, "en");
    expect(program.bodyOf(0)).not.toBe(program.bodyOf(1));
    expect(textOf(scenario)).toContain('jobs = [(work_a, "A"), (work_b, "B")]');
  });

  it("are given as a rule when they are many and regular", () => {
    const tasks = Array.from({ length: 800 }, (_, k) => page(`p${k + 1}`));
    expect(textOf({ mode: "async", tasks })).toContain(
      'pages = [\n    (f"p{n}", f"http://127.0.0.1:5000/p{n}")\n    for n in range(1, 801)\n]',
    );
  });

  it("are written with quotes that Python reads back", () => {
    const text = textOf({
      mode: "sync",
      tasks: [{ name: 'a "b"\n', steps: [{ kind: "print", text: "\\" }] }],
    });
    expect(text).toContain('names = ["a \\"b\\"\\n"]');
    expect(text).toContain('print("\\\\")');
  });
});

describe("marks", () => {
  const scenario: Scenario = {
    mode: "async",
    tasks: [
      {
        name: "A",
        steps: [
          { kind: "sleep", ms: 100, timeout_ms: 50, on_timeout: "continue" },
          { kind: "call", task: "C" },
        ],
        cleanup: [{ kind: "print", text: "closed" }],
        callbacks: [{ name: "parse", ms: 10, reads_result: true }],
      },
      { name: "B", steps: [{ kind: "sleep", ms: 100 }] },
      { name: "C", steps: [{ kind: "blocking", ms: 100 }] },
    ],
  };
  const program = generateProgram(scenario, "en");

  it("lead from a task's step to its line", () => {
    expect(lineAt(program, program.lineOf(0, 0))).toBe("await asyncio.sleep(0.1)");
    expect(lineAt(program, program.lineOf(0, 1))).toBe('await work_c("C")');
    expect(lineAt(program, program.lineOf(0, CLEANUP))).toBe('print("closed")');
    expect(lineAt(program, program.lineOf(2, 0))).toBe("time.sleep(0.1)  # never lets go");
  });

  it("lead to the head of a function, its begin and its end", () => {
    expect(lineAt(program, program.lineOf(0, NO_MARK))).toBe("async def work_a(name):");
    expect(lineAt(program, program.lineOf(0, BEGIN_MARK))).toBe('print(f"begin {name}")');
    expect(lineAt(program, program.lineOf(0, END_MARK))).toBe('print(f"end {name}")');
  });

  it("lead to a task's callback", () => {
    expect(lineAt(program, program.lineOf(0, CALLBACK))).toBe("time.sleep(0.01)");
    expect(program.lineOf(1, CALLBACK)).toBeUndefined();
  });

  it("lead to the main program's places", () => {
    expect(lineAt(program, program.lineOfMain("call"))).toBe("coro = body(name, *args)");
    expect(lineAt(program, program.lineOfMain("create"))).toBe("task = asyncio.create_task(coro)");
    expect(lineAt(program, program.lineOfMain("wait"))).toBe("await asyncio.gather(*tasks)");
    expect(lineAt(program, program.lineOfMain("start"))).toBe("asyncio.run(main())");
    expect(lineAt(program, program.lineOfMain("total"))).toMatch(/^print/);
    expect(program.lineOfMain("rest")).toBeUndefined();
  });
});

describe("every golden scenario", () => {
  const folder = new URL("../../trace/golden/scenarios/", import.meta.url);
  const scenarios = readdirSync(folder).map(
    (file): Scenario => JSON.parse(readFileSync(new URL(file, folder), "utf8")),
  );

  it("has a line for every step that can be reached", () => {
    for (const scenario of scenarios) {
      const program = generateProgram(scenario, "en");
      for (const [t, task] of scenario.tasks.entries()) {
        const fail = task.steps.findIndex(({ kind }) => kind === "fail");
        for (const k of task.steps.keys())
          if (fail < 0 || k <= fail)
            expect(program.lineOf(t, k), `${scenario.id} ${task.name} ${k}`).toBeDefined();
      }
    }
  });

  it("has a main program that starts, waits and tells the total last", () => {
    for (const scenario of scenarios) {
      const program = generateProgram(scenario, "en");
      expect(topLevelTasks(scenario).length).toBeGreaterThan(0);
      expect(program.lineOfMain("wait"), scenario.id).toBeDefined();
      const total = program.lineOfMain("total") as number;
      expect(program.lines.slice(total + 1).every(({ text }) => text === "pool.close()")).toBe(true);
    }
  });

  it("is indented as its blocks are", () => {
    for (const scenario of scenarios) {
      const lines = generateProgram(scenario, "en").lines.map(({ text }) => text);
      for (const [k, line] of lines.entries()) {
        const indent = line.length - line.trimStart().length;
        const before = lines
          .slice(0, k)
          .findLast((text) => text.trim() !== "" && !text.trim().startsWith("#"));
        if (line.trim() === "" || before === undefined || /[[(]$/.test(before)) continue;
        const indentBefore = before.length - before.trimStart().length;
        const opens = /:( {2}#.*)?$/.test(before);
        expect(opens ? indent === indentBefore + 4 : indent <= indentBefore, `${scenario.id}: ${line}`).toBe(
          true,
        );
      }
    }
  });
});
