import type { Environment, Settings } from '../arguments';
import { ciContext } from '../ci';

/** The parameters that every report of a run is sent with. */
export function reportQuery(
  settings: Settings,
  env: Environment,
): URLSearchParams {
  const ci = ciContext(env);
  const parameters = {
    entityRef: settings.entity,
    scanners: settings.scanners,
    minSeverity: settings['min-severity'],
    branch: settings.branch ?? ci.branch,
    commit: settings.commit ?? ci.commit,
    runUrl: settings['run-url'] ?? ci.runUrl,
    cluster: settings.cluster,
    format: settings.format,
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) query.set(name, value);
  }
  return query;
}
