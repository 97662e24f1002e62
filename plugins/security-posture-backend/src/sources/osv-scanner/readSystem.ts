import { systemFamily } from '../../model/systemFamily';

const NAME_AND_VERSION = /^([^\d]*?)\s+v?(\d[\w.]*)/;

/** A distribution as it presents itself, such as `Debian GNU/Linux 12 (bookworm)`. */
export function readSystem(text: string): {
  family: string;
  version?: string;
} {
  const [, name, version] = NAME_AND_VERSION.exec(text) ?? [];
  return name
    ? { family: systemFamily(name), version }
    : { family: systemFamily(text) };
}
