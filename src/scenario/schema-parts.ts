import * as v from "valibot";

/**
 * The pieces that the schema is made of. Their messages are no words but what is allowed, in the terms of the format;
 * `schema-problems.ts` makes problems of them. Checks run from cheap to dear and stop at the first that fails, so no
 * list is walked and no text is read before its length is known to be within the limit.
 */

/** A whole number in [min, max]. Refuses -0, NaN and Infinity, which is what JSON makes of `1e309`. */
export function integer(min: number, max: number) {
  const allowed = `${min}…${max}`;
  const isInRange = (value: number) =>
    Number.isInteger(value) && value >= min && value <= max && !Object.is(value, -0);
  return v.pipe(v.number(allowed), v.check(isInRange, allowed));
}

/** Text of at most `max` UTF-16 code units that is well-formed Unicode. */
export function text(max: number) {
  return v.pipe(v.string("string"), v.maxLength(max, String(max)), v.check(isWellFormed, "Unicode"));
}

/** The same, not empty. */
export function name(max: number) {
  return v.pipe(
    v.string("string"),
    v.minLength(1, `1…${max}`),
    v.maxLength(max, String(max)),
    v.check(isWellFormed, "Unicode"),
  );
}

export function oneOf<const Names extends readonly string[]>(...names: Names) {
  return v.picklist(names, names.join(" | "));
}

export const flag = () => v.boolean("boolean");

/** An array of [min, max] items. */
export function list<Item extends v.GenericSchema>(item: Item, max: number, min = 0) {
  return v.pipe(
    v.custom<v.InferInput<Item>[]>(Array.isArray, "array"),
    v.minLength(min, `${min}…${max}`),
    v.maxLength(max, String(max)),
    v.array(item, "array"),
  );
}

/** An object with these fields and no others. */
export function record<Entries extends v.ObjectEntries>(entries: Entries) {
  const object = v.strictObject(entries, Object.keys(entries).join(" | "));
  return v.pipe(v.custom<v.InferInput<typeof object>>(isRecord, "object"), object);
}

/** An object with one of several sets of fields, told apart by the text in its field `key`. */
export function choice<Options extends Readonly<Record<string, v.GenericSchema>>>(
  key: string,
  options: Options,
) {
  type Option = Options[keyof Options];
  const names = Object.keys(options);
  const noOption = v.looseObject({ [key]: oneOf(...names) }, names.join(" | ")) as unknown as NoValue;
  return v.lazy((input): Option | NoValue => {
    if (!isRecord(input)) return notARecord;
    const name = input[key];
    return typeof name === "string" && Object.hasOwn(options, name) ? (options[name] as Option) : noOption;
  });
}

/** A schema that is used only where it fails, for the issue that it then reports. */
type NoValue = v.GenericSchema<never>;

const notARecord: NoValue = v.custom<never>(isRecord, "object");

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether there is no NUL and no surrogate stands alone: with the `u` flag a pair is one character. */
const isWellFormed = (value: string) => !/\p{Surrogate}|\0/u.test(value);
