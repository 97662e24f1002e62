const followed = /^(https?:\/\/|mailto:)/i;

/** The address, if it is one that a link may lead to: never a script, whatever a report or an annotation says. */
export function webAddress(address: string | undefined): string | undefined {
  return address && followed.test(address) ? address : undefined;
}
