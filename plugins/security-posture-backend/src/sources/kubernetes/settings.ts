import { isRecord, type part } from './fields';
import { secretManagerKinds } from './kinds';
import {
  httpRouteSpec,
  ingressSpec,
  networkPolicySpec,
  routeSpec,
  serviceSpec,
} from './networking';
import { bindingFields, roleFields, serviceAccountFields } from './permissions';

type Settings = Record<string, unknown>;
type ReadSettings = (object: Settings) => Settings;

type ReadPart = ReturnType<typeof part>;

function ofSpec(read: ReadPart): ReadSettings {
  return object => read(object.spec) ?? {};
}

function ofObject(read: ReadPart): ReadSettings {
  return object => read(object) ?? {};
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
  ['ClusterRole', ofObject(roleFields)],
  ['ClusterRoleBinding', ofObject(bindingFields)],
  ['ConfigMap', withoutData],
  ['GRPCRoute', ofSpec(httpRouteSpec)],
  ['HTTPRoute', ofSpec(httpRouteSpec)],
  ['Ingress', ofSpec(ingressSpec)],
  ['Namespace', none],
  ['NetworkPolicy', ofSpec(networkPolicySpec)],
  ['Role', ofObject(roleFields)],
  ['RoleBinding', ofObject(bindingFields)],
  ['Route', ofSpec(routeSpec)],
  ['Secret', withoutData],
  ['Service', ofSpec(serviceSpec)],
  ['ServiceAccount', ofObject(serviceAccountFields)],
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
