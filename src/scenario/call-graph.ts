/** A step that runs the body of another task; tasks are known by their indexes. */
export interface Call {
  readonly path: string;
  readonly callee: number;
}

/** By caller; who calls nothing has no entry. */
export type CallGraph = ReadonlyMap<number, readonly Call[]>;

export interface Circle {
  /** The call that closes it. */
  readonly call: Call;
  /** The tasks on it, from the called one to the caller. */
  readonly members: readonly number[];
}

export interface CallWalk {
  /** Every task that calls or is called, each after all that it calls (circles aside). */
  readonly calleesFirst: readonly number[];
  /** At most `maxCircles` of them. */
  readonly circles: readonly Circle[];
}

/** A walk in depth. It keeps a stack of its own, for a chain of calls may be longer than the language's. */
export function walkCalls(graph: CallGraph, maxCircles: number): CallWalk {
  const calleesFirst: number[] = [];
  const circles: Circle[] = [];
  const seen = new Set<number>();
  const path: { readonly task: number; next: number }[] = [];
  const onPath = new Set<number>();

  function enter(task: number): void {
    seen.add(task);
    onPath.add(task);
    path.push({ task, next: 0 });
  }

  function leave(task: number): void {
    path.pop();
    onPath.delete(task);
    calleesFirst.push(task);
  }

  for (const root of graph.keys()) {
    if (!seen.has(root)) enter(root);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const call = graph.get(top.task)?.[top.next++];
      if (call === undefined) leave(top.task);
      else if (!seen.has(call.callee)) enter(call.callee);
      else if (onPath.has(call.callee) && circles.length < maxCircles) {
        const tasks = path.map(({ task }) => task);
        circles.push({ call, members: tasks.slice(tasks.indexOf(call.callee)) });
      }
    }
  }
  return { calleesFirst, circles };
}
