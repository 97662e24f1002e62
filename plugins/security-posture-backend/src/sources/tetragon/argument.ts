import { isRecord } from './eventType';

/**
 * What a call was about, out of its arguments: a file, an address, a
 * capability. Texts and bytes may hold secrets and are not looked at.
 */
export function targetOf(args: unknown[]): string | undefined {
  for (const arg of args.slice(0, 10)) {
    if (!isRecord(arg)) continue;
    const target =
      pathOf(arg.file_arg) ??
      pathOf(arg.path_arg) ??
      pathOf(arg.linux_binprm_arg) ??
      addressOf(arg.sock_arg) ??
      addressOf(arg.skb_arg) ??
      addressOf(arg.sockaddr_arg) ??
      nameOf(arg.capability_arg) ??
      nameOf(arg.module_arg);
    if (target) return target;
  }
  return undefined;
}

function pathOf(arg: unknown): string | undefined {
  return isRecord(arg) && typeof arg.path === 'string' && arg.path !== ''
    ? arg.path
    : undefined;
}

function nameOf(arg: unknown): string | undefined {
  return isRecord(arg) && typeof arg.name === 'string' && arg.name !== ''
    ? arg.name
    : undefined;
}

function addressOf(arg: unknown): string | undefined {
  if (!isRecord(arg)) return undefined;
  const address = arg.daddr ?? arg.addr;
  const port = arg.dport ?? arg.port;
  if (typeof address !== 'string' || address === '') return undefined;
  return typeof port === 'number' ? `${address}:${port}` : address;
}
