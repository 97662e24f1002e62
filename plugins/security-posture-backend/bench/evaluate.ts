import { checks, judgeChecks } from '../src/evaluation';
import { checkContext } from '../src/evaluation/__testUtils__/facts';
import { assess } from '../src/posture/assess';
import { exampleFacts } from './evaluate/exampleFacts';

/**
 * How many components are judged a second, all checks and the risk with its
 * factors: `npm run bench -- evaluate [FINDINGS OF A COMPONENT]`.
 */
const [findings = 100] = process.argv.slice(2).map(Number);

const SECONDS = 5;
const GOAL = 1_000;

/** Seconds that the processor worked for this process, however busy others kept it. */
function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}

function perSecond(work: (round: number) => void): number {
  const warm = worked() + 1;
  for (let round = 0; worked() < warm; round += 1) work(round);
  const start = worked();
  let done = 0;
  while (worked() - start < SECONDS) {
    // To ask the clock costs something, too.
    for (let batch = 0; batch < 20; batch += 1) work(done + batch);
    done += 20;
  }
  return done / (worked() - start);
}

const context = checkContext();
// Different ones, so that no engine learns one by heart.
const components = Array.from({ length: 200 }, (_, number) =>
  exampleFacts(number, findings),
);
const judged = perSecond(round => {
  judgeChecks(components[round % components.length], context);
});
const assessed = perSecond(round => {
  assess(components[round % components.length], context);
});
process.stdout.write(
  `${checks.length} checks, ${findings} findings a component\n` +
    `checks alone          ${judged
      .toFixed(0)
      .padStart(6)} components a second\n` +
    `checks and risk       ${assessed
      .toFixed(0)
      .padStart(6)} components a second and core  goal ${GOAL}\n`,
);
