import { Environment } from '@marcbachmann/cel-js';
import { matchConditions, variables } from '../export/workloads';
import type { AdmissionRules } from '../Policy';

/** A value as the API server hands it to CEL: whole numbers are integers there. */
function celValue(value: unknown): unknown {
  if (typeof value === 'number') {
    return Number.isInteger(value) ? BigInt(value) : value;
  }
  if (Array.isArray(value)) return value.map(celValue);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, field]) => [key, celValue(field)]),
    );
  }
  return value;
}

const environment = new Environment()
  .registerVariable('object', 'dyn')
  .registerVariable('variables', 'dyn');

/** What an expression of a policy says of an object, its variables worked out in order. */
export function evaluateCel(expression: string, object: object): unknown {
  const context = { object: celValue(object), variables: {} };
  for (const { name, expression: of } of variables) {
    const value: unknown = environment.evaluate(of, context);
    context.variables = { ...context.variables, [name]: value };
  }
  return environment.evaluate(expression, context);
}

/** Whether a policy judges an object at all. */
export function isMatched(rules: AdmissionRules, object: object): boolean {
  return matchConditions(rules).every(
    ({ expression }) => evaluateCel(expression, object) === true,
  );
}
