import { parseEntityRef } from '@backstage/catalog-model';
import type {
  OwnershipOwner,
  OwnershipRepair,
  Subject,
} from 'backstage-plugin-security-posture-common';
import { stringify } from 'yaml';
import { isEmailKey } from '../evaluation/ownerNames';
import {
  addressOf,
  isAnnotationKey,
  resourceOf,
  type ObjectAddress,
} from './kubernetesNames';
import { shellWord } from './shellWord';

/** A workload whose owner is to be written. */
export interface RepairedWorkload {
  subject: Subject;
  /** Of the object, where the inventory says it. */
  apiVersion?: string;
  /** Keys of the owner annotations that it has. */
  keys: readonly string[];
}

/**
 * What writes the owner on a workload: on the object itself, not on its pod
 * template, so that no pod restarts. It overwrites nothing, unless the workload
 * is known to have the annotation. Undefined if the workload is no object of
 * Kubernetes by its name, or the owner has no address where the key asks for one.
 */
export function repairOf(
  { subject, apiVersion, keys }: RepairedWorkload,
  key: string,
  owner: OwnershipOwner,
): OwnershipRepair | undefined {
  const address = addressOf(subject, apiVersion);
  const value = valueFor(key, owner);
  if (!address || !value || !isAnnotationKey(key)) return undefined;
  return {
    patch: patchOf(address, key, value),
    kubectl: [
      'kubectl',
      'annotate',
      ...(address.namespace ? [`--namespace=${address.namespace}`] : []),
      ...(keys.includes(key) ? ['--overwrite'] : []),
      resourceOf(address),
      `${key}=${value}`,
    ]
      .map(shellWord)
      .join(' '),
  };
}

/** One YAML stream for many workloads. */
export function yamlBundle(repairs: readonly OwnershipRepair[]): string {
  return [
    '# kubectl apply --server-side --field-manager=security-posture --filename=owners.yaml\n',
    ...repairs.map(({ patch }) => patch),
  ].join('---\n');
}

/** One script for many workloads; a workload that is gone stops no other. */
export function shellBundle(repairs: readonly OwnershipRepair[]): string {
  return ['#!/bin/sh', ...repairs.map(({ kubectl }) => kubectl), ''].join('\n');
}

function patchOf(
  { apiVersion, kind, name, namespace }: ObjectAddress,
  key: string,
  value: string,
): string {
  return stringify(
    {
      apiVersion,
      kind,
      metadata: { name, namespace, annotations: { [key]: value } },
    },
    // Kubernetes reads YAML 1.1, in which a plain `on` is no text.
    {
      defaultStringType: 'QUOTE_DOUBLE',
      defaultKeyType: 'PLAIN',
      lineWidth: 0,
    },
  );
}

/** The owner as the key asks for it: an address, a chat, else the name in the catalog. */
function valueFor(
  key: string,
  { entityRef, email, chat }: OwnershipOwner,
): string | undefined {
  if (isEmailKey(key)) return email;
  if (/(^|[/.-])(chat|slack)$/i.test(key)) return chat?.url ?? chat?.title;
  if (/(^|[/.-])support$/i.test(key)) return email ?? chat?.url;
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return kind === 'group' && namespace === 'default' ? name : entityRef;
}
