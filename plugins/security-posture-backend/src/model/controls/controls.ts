import document from './map.json';
import { type Control, type ControlEngine, Controls } from './schema';
import { keyOf } from './keyOf';

/** All canonical controls, as the data file lists them. */
export const controls: readonly Control[] = Controls.parse(document);

const byId = new Map(controls.map(control => [control.id, control]));

/** The control of a canonical id; undefined if the id is a tool's own. */
export function controlById(id: string): Control | undefined {
  return byId.get(id);
}

/** What to do about a control, with an example where there is one. */
export function remediationOf({ remediation, example }: Control): string {
  return example ? `${remediation}\n\n${example}` : remediation;
}

interface Meaning {
  control: string;
  says?: RegExp;
}

const meanings = new Map<string, Meaning[]>();

for (const { id: control, means } of controls) {
  for (const [engine, names] of Object.entries(means)) {
    for (const name of names) {
      const { id, says } = typeof name === 'string' ? { id: name } : name;
      const key = `${engine} ${keyOf(id)}`;
      const meaning = says
        ? { control, says: new RegExp(says, 'i') }
        : { control };
      meanings.set(key, [...(meanings.get(key) ?? []), meaning]);
    }
  }
}

/**
 * The controls that an engine means by a name. What the message tells goes
 * first; without a message, a name means all that it can.
 */
export function lookUp(
  engine: ControlEngine,
  name: string,
  message?: string,
): string[] {
  const known = meanings.get(`${engine} ${keyOf(name)}`) ?? [];
  const plain = known.filter(({ says }) => !says);
  const told =
    message === undefined
      ? []
      : known.filter(({ says }) => says?.test(message.slice(0, 4000)));
  const undecided = message === undefined && plain.length === 0 ? known : plain;
  return [...(told.length > 0 ? told : undecided)].map(
    ({ control }) => control,
  );
}
