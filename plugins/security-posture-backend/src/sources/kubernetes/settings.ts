import type { z } from 'zod';
import { isRecord } from './fields';
import { secretManagerKinds } from './kinds';
import {
  HttpRouteSpec,
  IngressSpec,
  NetworkPolicySpec,
  RouteSpec,
  ServiceSpec,
} from './networking';
import { BindingFields, RoleFields, ServiceAccountFields } from './permissions';

type Settings = Record<string, unknown>;
type ReadSettings = (object: Settings) => Settings;

function ofSpec(schema: z.ZodType<Settings>): ReadSettings {
  return object => ofSchema(schema, object.spec);
}

function ofObject(schema: z.ZodType<Settings>): ReadSettings {
  return object => ofSchema(schema, object);
}

function ofSchema(schema: z.ZodType<Settings>, value: unknown): Settings {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : {};
}

function none(): Settings {
  return {};
}

/** How many keys, and nothing of what they hold. */
function withoutData({ type, immutable, ...object }: Settings): Settings {
  const keys = [object.data, object.stringData, object.binaryData]
    .filter(isRecord)
    .flatMap(data => Object.keys(data));
  return {
    ...(typeof type === 'string' ? { type: type.slice(0, 253) } : {}),
    ...(typeof immutable === 'boolean' ? { immutable } : {}),
    keys: new Set(keys).size,
  };
}

/** What checks judge of the objects that run no pods. */
const readers: ReadonlyMap<string, ReadSettings> = new Map<
  string,
  ReadSettings
>([
  ['ClusterRole', ofObject(RoleFields)],
  ['ClusterRoleBinding', ofObject(BindingFields)],
  ['ConfigMap', withoutData],
  ['GRPCRoute', ofSpec(HttpRouteSpec)],
  ['HTTPRoute', ofSpec(HttpRouteSpec)],
  ['Ingress', ofSpec(IngressSpec)],
  ['Namespace', none],
  ['NetworkPolicy', ofSpec(NetworkPolicySpec)],
  ['Role', ofObject(RoleFields)],
  ['RoleBinding', ofObject(BindingFields)],
  ['Route', ofSpec(RouteSpec)],
  ['Secret', withoutData],
  ['Service', ofSpec(ServiceSpec)],
  ['ServiceAccount', ofObject(ServiceAccountFields)],
]);

/** The settings of an object, or undefined if its kind is not part of the inventory. */
export function settingsOf(
  kind: string,
  object: Settings,
): Settings | undefined {
  if (secretManagerKinds.has(kind)) return {};
  return readers.get(kind)?.(object);
}

export function hasSettings(kind: string): boolean {
  return secretManagerKinds.has(kind) || readers.has(kind);
}
