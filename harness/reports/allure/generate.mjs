// A configuration and a folder of results in, Allure's report out, with the quality gate that `allure generate`
// leaves to other commands. Usage: node generate.mjs ALLURE_HOME CONFIG RESULTS GATE
// What may not become code stays JSON: only this file, which never changes, is run.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [home, configFile, results, gateFile] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(join(home, "node_modules/@allurereport/core/dist", path)));
const { AllureReport, resolveConfig } = await load("index.js");
const { calculateParametersHash, calculateRetryHash } = await load("store/retrySubstore.js");
const { md5 } = await load("utils/crypto.js");

const { gate, labelOfEnvironment, labelOfVerdict, environments, resolutions, ...config } = JSON.parse(
  await readFile(configFile, "utf8"),
);

const labelled = (labels, name) => labels.find((label) => label.name === name)?.value;

const environmentOf = ([id, { name, value }]) => [
  id,
  { name, matcher: ({ labels }) => labelled(labels, labelOfEnvironment) === value },
];

// Allure knows a visit from run to run by this hash alone.
const hashOf = ({ testCaseId, parameters, environment }) =>
  calculateRetryHash(md5(testCaseId), calculateParametersHash(parameters), environment);

const resolutionOf = ({ visits, ...rule }) => ({ ...rule, retryHash: visits.map(hashOf) });

const verdictRule = ({ name, verdicts, failing }) => ({
  rule: name,
  validate: async ({ trs }) => {
    const met = trs.filter(({ labels }) => verdicts.includes(labelled(labels, labelOfVerdict)));
    return { success: !met.length, actual: met.length, testResults: met.map(({ id }) => id) };
  },
  message: ({ actual }) => `${failing}: ${actual}`,
  successMessage: () => `${failing}: none`,
});

const over = (metrics, limits) =>
  limits.filter(({ key, limit }) => metrics.some((metric) => metric.key === key && metric.value > limit));

const limitRule = ({ name, limits, failing }) => ({
  rule: name,
  validate: async ({ metrics }) => {
    const actual = over(metrics, limits).map(({ told }) => told);
    return { success: !actual.length, actual, testResults: [] };
  },
  message: ({ actual }) => `${failing}: ${actual.length}\n${actual.join("\n")}`,
  successMessage: () => `${failing}: none`,
});

const rules = gate.map((rule) => (rule.verdicts ? verdictRule(rule) : limitRule(rule)));
const report = new AllureReport(
  await resolveConfig({
    ...config,
    environments: Object.fromEntries(Object.entries(environments).map(environmentOf)),
    resolutions: { ...resolutions, rules: resolutions.rules.map(resolutionOf) },
    qualityGate: { rules: rules.map(({ rule }) => ({ [rule]: 0 })), use: rules },
  }),
);
await report.start();
await report.readDirectory(results);
const visits = await report.store.allTestResults();
const { results: told } = await report.validate({ trs: visits });
report.realtimeDispatcher.sendQualityGateResults(told);
await report.done();
const countOf = (actual) => (Array.isArray(actual) ? actual.length : actual);
const held = told.map(({ rule, success, actual }) => ({ rule, success, count: countOf(actual) }));
await writeFile(gateFile, JSON.stringify(held));
