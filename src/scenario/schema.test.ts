import type * as v from "valibot";
import { expectTypeOf, test } from "vitest";
import type { Scenario, TaskSpec, WaitSpec } from "./scenario.ts";
import type { settingsSchema, taskSchema, waitSchema } from "./schema.ts";

/** The schema infers mutable arrays, the documented types promise not to change them. */
type DeepReadonly<T> = T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T;
type Inferred<Schema extends v.GenericSchema> = DeepReadonly<v.InferOutput<Schema>>;
type KeysOfEach<T> = T extends unknown ? keyof T : never;

test("the schema of a task and the type of a task say the same", () => {
  expectTypeOf<Inferred<typeof taskSchema>>().toExtend<TaskSpec>();
  expectTypeOf<TaskSpec>().toExtend<Inferred<typeof taskSchema>>();
});

test("the schema of the settings and the type of a scenario say the same", () => {
  type Settings = Omit<Inferred<typeof settingsSchema>, "tasks">;
  expectTypeOf<Settings>().toExtend<Omit<Scenario, "tasks">>();
  expectTypeOf<Omit<Scenario, "tasks" | "wait">>().toExtend<Omit<Settings, "wait">>();
  expectTypeOf<keyof Settings>().toEqualTypeOf<keyof Omit<Scenario, "tasks">>();
});

test("the wait styles know the type's options, each style its own", () => {
  expectTypeOf<Inferred<typeof waitSchema>>().toExtend<WaitSpec>();
  expectTypeOf<Inferred<typeof waitSchema>["style"]>().toEqualTypeOf<WaitSpec["style"]>();
  expectTypeOf<KeysOfEach<Inferred<typeof waitSchema>>>().toEqualTypeOf<keyof WaitSpec>();
});
