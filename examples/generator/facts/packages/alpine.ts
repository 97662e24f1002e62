/**
 * Packages of Alpine 3.19: name, source package (`-`: the same), version in
 * 3.19.0, version in 3.19.9 (`=`: the same), licences.
 */
export const alpinePackages = `
alpine-baselayout - 3.4.3-r2 = GPL-2.0-only
alpine-baselayout-data alpine-baselayout 3.4.3-r2 = GPL-2.0-only
alpine-keys - 2.4-r1 = MIT
apk-tools - 2.14.0-r5 2.14.4-r0 GPL-2.0-only
brotli-libs brotli 1.1.0-r1 = MIT
busybox - 1.36.1-r15 1.36.1-r20 GPL-2.0-only
busybox-binsh busybox 1.36.1-r15 1.36.1-r20 GPL-2.0-only
ca-certificates - 20230506-r0 20250911-r0 MPL-2.0,MIT
ca-certificates-bundle ca-certificates 20230506-r0 20250911-r0 MPL-2.0,MIT
curl - 8.5.0-r0 8.9.1-r1 curl
libc-utils libc-dev 0.7.2-r5 = BSD-2-Clause,BSD-3-Clause
libcrypto3 openssl 3.1.4-r2 3.1.8-r1 Apache-2.0
libcurl curl 8.5.0-r0 8.9.1-r1 curl
libexpat expat 2.5.0-r2 2.7.0-r0 MIT
libgcc gcc 13.2.1_git20231014-r0 = GPL-2.0-or-later,LGPL-2.1-or-later
libidn2 - 2.3.4-r4 = GPL-2.0-or-later,LGPL-3.0-or-later
libssl3 openssl 3.1.4-r2 3.1.8-r1 Apache-2.0
libstdc++ gcc 13.2.1_git20231014-r0 = GPL-2.0-or-later,LGPL-2.1-or-later
libunistring - 1.1-r2 = GPL-2.0-or-later,LGPL-3.0-or-later
libxml2 - 2.11.6-r0 2.11.8-r3 MIT
musl - 1.2.4_git20230717-r4 1.2.4_git20230717-r5 MIT
musl-utils musl 1.2.4_git20230717-r4 1.2.4_git20230717-r5 MIT,BSD-2-Clause,GPL-2.0-or-later
nghttp2-libs nghttp2 1.58.0-r0 = MIT
scanelf pax-utils 1.3.7-r2 = GPL-2.0-only
ssl_client busybox 1.36.1-r15 1.36.1-r20 GPL-2.0-only
tzdata - 2023c-r1 2025b-r0 Public-Domain
xz-libs xz 5.4.5-r0 = LGPL-2.1-or-later
zlib - 1.3-r2 1.3.1-r0 Zlib
`;

/** What the plain image holds. */
export const alpineBase = `
  alpine-baselayout alpine-baselayout-data alpine-keys apk-tools busybox
  busybox-binsh ca-certificates-bundle libc-utils libcrypto3 libssl3 musl
  musl-utils scanelf ssl_client zlib
`;

/** What a service of one Go binary adds. */
export const alpineService = 'ca-certificates tzdata';

/** What the image of Node.js adds. */
export const alpineNode = 'libgcc libstdc++';

/** What a website's image adds to look at pages and pictures. */
export const alpineWebsite = `
  brotli-libs ca-certificates curl libcurl libexpat libidn2 libunistring libxml2
  nghttp2-libs xz-libs
`;
