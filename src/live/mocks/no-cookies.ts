/**
 * Stands in for `tough-cookie` in the bundle (`resolve.alias` in vite.config.ts). MSW imports it to keep the cookies of
 * mocked responses, and it brings a list of all public suffixes: four fifths of what Live would load. Our server sets
 * no cookies, so there are none to keep. The names are those that MSW 3.0.5 imports; `msw-version.test.ts` holds that.
 */
export const Cookie = { fromJSON: () => undefined };

export class MemoryCookieStore {
  idx = {};
}

export class CookieJar {
  getCookiesSync(): readonly never[] {
    return [];
  }

  async setCookie(): Promise<void> {}
}
