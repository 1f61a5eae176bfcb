import { describeValue } from "./describe-value.ts";
import { LIMITS } from "./limits.ts";
import { decodeJsonText, type LinkParameter, readParameters } from "./link-parameters.ts";
import { type LinkSettings, readSettings, writeSettings } from "./link-settings.ts";
import { packText, unpackText } from "./packed-text.ts";
import { parseScenarioText } from "./parse-scenario.ts";
import type { Problem, Result } from "./problem.ts";
import type { Scenario } from "./scenario.ts";

/** What an address carries: the whole setup, and the moment at which it is looked at. */
export interface LinkState extends LinkSettings {
  readonly scenario: Scenario;
}

/** Whatever of a link can be read, and what is wrong with the rest. */
export interface DecodedLink {
  readonly state: LinkState | (LinkSettings & { readonly scenario?: never });
  readonly problems: readonly Problem[];
}

const LINK_VERSION = "1";

/** A scenario up to this long stays readable in the address; a longer one is compressed. */
const READABLE_CHARACTERS = 1_500;

/**
 * The hash of an address, `#v=1&…`, that `decodeLink` turns back into the same state: `scenario` is the JSON as
 * `encodeURIComponent` writes it, `z` the same JSON compressed. A scenario near the limits can give a link that is
 * longer than `LIMITS.linkCharacters`, which `decodeLink` refuses, as browsers do: compare before sharing it.
 */
export async function encodeLink({ scenario, ...settings }: LinkState): Promise<string> {
  const json = JSON.stringify(scenario);
  const readable = json.length <= READABLE_CHARACTERS ? encodeURIComponent(json) : undefined;
  const content =
    readable !== undefined && readable.length <= READABLE_CHARACTERS
      ? `scenario=${readable}`
      : `z=${await packText(json)}`;
  return `#${[`v=${LINK_VERSION}`, content, ...writeSettings(settings)].join("&")}`;
}

/** Reads a hash, with or without `#`, written by `encodeLink` or by hand. Never rejects; an empty one says nothing. */
export async function decodeLink(hash: string): Promise<DecodedLink> {
  if (hash.length > LIMITS.linkCharacters) {
    const allowed = String(LIMITS.linkCharacters);
    return { state: {}, problems: [{ path: "", code: "too_long", found: String(hash.length), allowed }] };
  }
  const problems: Problem[] = [];
  const parameters = readParameters(hash, problems);
  const settings = readSettings(parameters, problems);
  const scenario = await readScenario(parameters);
  if (scenario?.ok) return { state: { ...settings, scenario: scenario.value }, problems };
  return { state: settings, problems: [...(scenario?.problems ?? []), ...problems] };
}

async function readScenario(
  parameters: ReadonlyMap<LinkParameter, string>,
): Promise<Result<Scenario> | undefined> {
  const encoded = parameters.get("scenario");
  const packed = parameters.get("z");
  const version = parameters.get("v") ?? LINK_VERSION;
  if (version !== LINK_VERSION) return broken("v", version, LINK_VERSION);
  if (encoded === undefined && packed === undefined) return undefined;
  if (encoded !== undefined) {
    const json = decodeJsonText(encoded);
    return json === undefined
      ? broken("scenario", encoded, "encodeURIComponent(JSON)")
      : parseScenarioText(json);
  }
  const json = await unpackText(packed ?? "", "z");
  return json.ok ? parseScenarioText(json.value) : json;
}

function broken(path: string, found: string, allowed: string): Result<never> {
  return { ok: false, problems: [{ path, code: "broken_link", found: describeValue(found), allowed }] };
}
