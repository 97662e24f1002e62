import type { ReadRule } from './rule';
import { readRule } from './rule';
import { Reference, type Result, type Run, ToolComponent } from './schema';

/** The rules of a run, found the way a result refers to them. */
export interface RuleBook {
  find(result: Result): ReadRule | undefined;
  /** The id by which a result names its rule. */
  idOf(result: Result, rule: ReadRule | undefined): string | undefined;
  /** Whether the driver or an extension lists a rule of this id. */
  has(id: string): boolean;
}

interface Component {
  name?: string;
  guid?: string;
  rules: unknown[];
}

/** Rule ids are hierarchical, `CA1000/1` is of the rule `CA1000`; so deep at most. */
const MAX_LEVELS = 5;

export function ruleBookOf(run: Run): RuleBook {
  const driver: Component = run.tool?.driver ?? { rules: [] };
  const extensions = (run.tool?.extensions ?? []).map(readComponent);
  const known = new Map<unknown, ReadRule | undefined>();
  let byId: Map<string, unknown> | undefined;

  function rules(): Map<string, unknown> {
    byId ??= indexById([driver, ...extensions]);
    return byId;
  }
  function read(raw: unknown): ReadRule | undefined {
    if (typeof raw !== 'object' || raw === null) return undefined;
    if (!known.has(raw)) known.set(raw, readRule(raw));
    return known.get(raw);
  }
  function lookUp(id: string): unknown {
    let name = id;
    for (let level = 0; level < MAX_LEVELS; level += 1) {
      const raw = rules().get(name);
      if (raw) return raw;
      const slash = name.lastIndexOf('/');
      if (slash < 0) return undefined;
      name = name.slice(0, slash);
    }
    return undefined;
  }

  return {
    find(result) {
      const reference = referenceOf(result);
      const id = result.ruleId ?? reference?.id;
      const component = componentOf(reference, driver, extensions);
      const byIndex = at(component.rules, reference?.index ?? result.ruleIndex);
      if (id === undefined) return read(byIndex);
      const rule = read(byIndex);
      // An index may be wrong, and an id may be of no listed rule.
      if (rule?.id === id) return rule;
      return read(lookUp(id)) ?? rule;
    },
    idOf(result, rule) {
      return result.ruleId ?? referenceOf(result)?.id ?? rule?.id;
    },
    has: id => rules().has(id),
  };
}

function referenceOf({ rule }: Result): Reference | undefined {
  return rule === undefined ? undefined : Reference.safeParse(rule).data;
}

function readComponent(raw: unknown): Component {
  return ToolComponent.safeParse(raw).data ?? { rules: [] };
}

function componentOf(
  reference: Reference | undefined,
  driver: Component,
  extensions: Component[],
): Component {
  const target = reference?.toolComponent;
  if (!target) return driver;
  const { index, guid, name } = target;
  const found =
    at(extensions, index) ??
    extensions.find(
      extension =>
        (guid !== undefined && extension.guid === guid) ||
        (name !== undefined && extension.name === name),
    );
  return found ?? driver;
}

function at<T>(list: T[], index: number | undefined): T | undefined {
  return index !== undefined && Number.isInteger(index) && index >= 0
    ? list[index]
    : undefined;
}

function indexById(components: Component[]): Map<string, unknown> {
  const index = new Map<string, unknown>();
  for (const { rules } of components) {
    for (const rule of rules) {
      if (typeof rule !== 'object' || rule === null || !('id' in rule))
        continue;
      const { id } = rule;
      if (typeof id === 'string' && !index.has(id)) index.set(id, rule);
    }
  }
  return index;
}
