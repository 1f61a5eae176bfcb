import tests from "./playwright.config.ts";

/** `npm run shots`: the same page in the same browser, but pictures instead of tests. */
export default { ...tests, testMatch: "*.shots.ts", outputDir: "../test-results/shots" };
