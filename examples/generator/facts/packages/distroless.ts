/** Packages of the static image of distroless on Debian 12.12. */
export const distrolessStatic = `
base-files all - 12.4+deb12u12 = GPL-2.0-or-later
media-types all - 10.0.0 = MPL-1.1
netbase all - 6.4 = GPL-2.0-only
tzdata all - 2025b-0+deb12u2 = -
`;
