/** How long a plan takes: a usual deployment, and 200 pools with 5,000 addresses. */
import { examples, planOf } from '@lync/port-firewall';

const USUAL_BUDGET = 20;
const GREAT_BUDGET = 1000;

const usual = median(examples['scaled-edge-hlb'], 30);
const great = median(
  {
    ...examples['scaled-edge-hlb'],
    pools: Array.from({ length: 200 }, (_, pool) => ({
      servers: Array.from({ length: 20 }, (__, server) => `10.10.${pool}.${server + 10}`),
      balancing: 'hardware',
      virtual: `10.10.${pool}.200`,
      mediation: pool % 2 === 0,
      centralManagementStore: pool === 0,
    })),
    officeWebApps: [],
    sqlServers: [],
    fileServers: [],
    networks: {
      ...examples['scaled-edge-hlb'].networks,
      clients: Array.from({ length: 800 }, (_, i) => `10.${100 + (i >> 8)}.${i & 255}.0/24`),
    },
  },
  5,
);

let failed = false;
report('a usual deployment', usual, USUAL_BUDGET);
report('200 pools, 5,000 addresses', great, GREAT_BUDGET);
process.exitCode = failed ? 1 : 0;

function median(deployment: unknown, runs: number): number {
  const times = Array.from({ length: runs + 3 }, () => {
    const start = performance.now();
    const result = planOf(deployment);
    if ('faults' in result) throw new Error(JSON.stringify(result.faults));
    return performance.now() - start;
  });
  return times.slice(3).sort((a, b) => a - b)[runs >> 1] ?? 0;
}

function report(what: string, time: number, budget: number): void {
  const within = time <= budget;
  if (!within) failed = true;
  console.log(`${within ? 'within' : 'OVER  '}  ${time.toFixed(1).padStart(7)} ms of ${budget} ms  ${what}`);
}
