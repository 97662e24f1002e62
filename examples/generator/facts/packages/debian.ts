/**
 * Packages of Debian 12: name, architecture, source package (`-`: the same),
 * version in 12.1, version in 12.11 (`=`: the same), licences.
 */
export const debianPackages = `
adduser all - 3.134 = GPL-2.0-or-later
apt amd64 - 2.6.1 = GPL-2.0-or-later,GPL-2.0-only,BSD-3-Clause
base-files amd64 - 12.4+deb12u1 12.4+deb12u11 -
base-passwd amd64 - 3.6.1 = GPL-2.0-only
bash amd64 - 5.2.15-2+b2 5.2.15-2+b8 GPL-3.0-or-later,GPL-2.0-or-later
binutils amd64 - 2.40-2 = -
binutils-common amd64 binutils 2.40-2 = -
binutils-x86-64-linux-gnu amd64 binutils 2.40-2 = -
bsdutils amd64 util-linux 1:2.38.1-5+b1 1:2.38.1-5+deb12u3 GPL-2.0-or-later,GPL-2.0-only,GPL-3.0-or-later
bzip2 amd64 - 1.0.8-5+b1 = GPL-2.0-only
ca-certificates all - 20230311 20230311+deb12u1 GPL-2.0-or-later,MPL-2.0
coreutils amd64 - 9.1-1 = GPL-3.0-or-later,ISC
cpp amd64 gcc-defaults 4:12.2.0-3 = -
cpp-12 amd64 gcc-12 12.2.0-14 12.2.0-14+deb12u1 -
curl amd64 - 7.88.1-10+deb12u1 7.88.1-10+deb12u12 curl,ISC,GPL-2.0-or-later
dash amd64 - 0.5.12-2 = BSD-3-Clause,GPL-2.0-or-later
debconf all - 1.5.82 = BSD-2-Clause
debian-archive-keyring all - 2023.3 2023.3+deb12u2 -
debianutils amd64 - 5.7-0.4 5.7-0.5~deb12u1 GPL-2.0-or-later
diffutils amd64 - 1:3.8-4 = GPL-3.0-or-later,LGPL-2.1-or-later,GPL-2.0-or-later
dirmngr amd64 gnupg2 2.2.40-1.1 = GPL-3.0-or-later,LGPL-2.1-or-later,MIT
dpkg amd64 - 1.21.22 = GPL-2.0-or-later,GPL-2.0-only,BSD-2-Clause
dpkg-dev all dpkg 1.21.22 = GPL-2.0-or-later,GPL-2.0-only,BSD-2-Clause
e2fsprogs amd64 - 1.47.0-2 = GPL-2.0-only,BSD-3-Clause,ISC
file amd64 - 1:5.44-3 = -
findutils amd64 - 4.9.0-4 = GPL-3.0-or-later,GPL-2.0-or-later,LGPL-2.1-or-later
fontconfig amd64 - 2.14.1-4 = -
fontconfig-config amd64 fontconfig 2.14.1-4 = -
fonts-dejavu-core all fonts-dejavu 2.37-6 = GPL-2.0-or-later
g++ amd64 gcc-defaults 4:12.2.0-3 = -
g++-12 amd64 gcc-12 12.2.0-14 12.2.0-14+deb12u1 -
gcc amd64 gcc-defaults 4:12.2.0-3 = -
gcc-12 amd64 - 12.2.0-14 12.2.0-14+deb12u1 -
gcc-12-base amd64 gcc-12 12.2.0-14 12.2.0-14+deb12u1 -
git amd64 - 1:2.39.2-1.1 1:2.39.5-0+deb12u2 GPL-2.0-only,BSD-3-Clause,Zlib
git-man all git 1:2.39.2-1.1 1:2.39.5-0+deb12u2 GPL-2.0-only,BSD-3-Clause,Zlib
gnupg all gnupg2 2.2.40-1.1 = GPL-3.0-or-later,LGPL-2.1-or-later,MIT
gnupg-l10n all gnupg2 2.2.40-1.1 = GPL-3.0-or-later,LGPL-2.1-or-later,MIT
gnupg-utils amd64 gnupg2 2.2.40-1.1 = GPL-3.0-or-later,LGPL-2.1-or-later,MIT
gpg amd64 gnupg2 2.2.40-1.1 = GPL-3.0-or-later,LGPL-2.1-or-later,MIT
gpg-agent amd64 gnupg2 2.2.40-1.1 = GPL-3.0-or-later,LGPL-2.1-or-later,MIT
gpg-wks-client amd64 gnupg2 2.2.40-1.1 = GPL-3.0-or-later,LGPL-2.1-or-later,MIT
gpg-wks-server amd64 gnupg2 2.2.40-1.1 = GPL-3.0-or-later,LGPL-2.1-or-later,MIT
gpgconf amd64 gnupg2 2.2.40-1.1 = GPL-3.0-or-later,LGPL-2.1-or-later,MIT
gpgsm amd64 gnupg2 2.2.40-1.1 = GPL-3.0-or-later,LGPL-2.1-or-later,MIT
gpgv amd64 gnupg2 2.2.40-1.1 = GPL-3.0-or-later,LGPL-2.1-or-later,MIT
grep amd64 - 3.8-5 = GPL-3.0-or-later
gzip amd64 - 1.12-1 = GPL-3.0-or-later
hostname amd64 - 3.23+nmu1 = GPL-2.0-only
init-system-helpers all - 1.65.2 = BSD-3-Clause,GPL-2.0-or-later
iproute2 amd64 - 6.1.0-3 = GPL-2.0-only
jq amd64 - 1.6-2.1 = MIT
krb5-locales all krb5 1.20.1-2 1.20.1-2+deb12u3 -
less amd64 - 590-2 590-2.1~deb12u2 GPL-3.0-or-later
libacl1 amd64 acl 2.3.1-3 = GPL-2.0-or-later,LGPL-2.0-or-later
libaom3 amd64 aom 3.6.0-1 3.6.0-1+deb12u1 BSD-2-Clause,BSD-3-Clause,ISC
libapt-pkg6.0 amd64 apt 2.6.1 = GPL-2.0-or-later,GPL-2.0-only,BSD-3-Clause
libasan8 amd64 gcc-12 12.2.0-14 12.2.0-14+deb12u1 -
libassuan0 amd64 libassuan 2.5.5-5 = LGPL-2.1-or-later,LGPL-3.0-or-later,GPL-2.0-or-later
libatomic1 amd64 gcc-12 12.2.0-14 12.2.0-14+deb12u1 -
libattr1 amd64 attr 1:2.5.1-4 = GPL-2.0-or-later,LGPL-2.0-or-later
libaudit-common all audit 1:3.0.9-1 = GPL-2.0-only,LGPL-2.1-only
libaudit1 amd64 audit 1:3.0.9-1 = GPL-2.0-only,LGPL-2.1-only
libavif15 amd64 libavif 0.11.1-1 0.11.1-1+deb12u1 BSD-3-Clause,Apache-2.0
libbinutils amd64 binutils 2.40-2 = -
libblkid1 amd64 util-linux 2.38.1-5+b1 2.38.1-5+deb12u3 GPL-2.0-or-later,GPL-2.0-only,GPL-3.0-or-later
libbpf1 amd64 libbpf 1.1.0-1 1:1.1.2-0+deb12u1 -
libbrotli1 amd64 brotli 1.0.9-2+b6 = MIT
libbsd0 amd64 libbsd 0.11.7-2 = BSD-3-Clause,BSD-2-Clause,ISC
libbz2-1.0 amd64 bzip2 1.0.8-5+b1 = GPL-2.0-only
libc-bin amd64 glibc 2.36-9+deb12u1 2.36-9+deb12u10 -
libc-dev-bin amd64 glibc 2.36-9+deb12u1 2.36-9+deb12u10 -
libc6 amd64 glibc 2.36-9+deb12u1 2.36-9+deb12u10 -
libc6-dev amd64 glibc 2.36-9+deb12u1 2.36-9+deb12u10 -
libcap-ng0 amd64 libcap-ng 0.8.3-1+b3 = LGPL-2.1-or-later,GPL-2.0-or-later,GPL-3.0-only
libcap2 amd64 - 1:2.66-4 1:2.66-4+deb12u1 BSD-3-Clause,GPL-2.0-only,GPL-2.0-or-later
libcap2-bin amd64 libcap2 1:2.66-4 1:2.66-4+deb12u1 BSD-3-Clause,GPL-2.0-only,GPL-2.0-or-later
libcbor0.8 amd64 libcbor 0.8.0-2+b1 = MIT
libcc1-0 amd64 gcc-12 12.2.0-14 12.2.0-14+deb12u1 -
libcom-err2 amd64 e2fsprogs 1.47.0-2 = GPL-2.0-only,BSD-3-Clause,ISC
libcrypt-dev amd64 libxcrypt 1:4.4.33-2 = -
libcrypt1 amd64 libxcrypt 1:4.4.33-2 = -
libctf-nobfd0 amd64 binutils 2.40-2 = -
libctf0 amd64 binutils 2.40-2 = -
libcurl3-gnutls amd64 curl 7.88.1-10+deb12u1 7.88.1-10+deb12u12 curl,ISC,GPL-2.0-or-later
libcurl4 amd64 curl 7.88.1-10+deb12u1 7.88.1-10+deb12u12 curl,ISC,GPL-2.0-or-later
libdav1d6 amd64 dav1d 1.0.0-2 1.0.0-2+deb12u1 BSD-2-Clause,ISC
libdb5.3 amd64 db5.3 5.3.28+dfsg2-1 = BSD-3-Clause,GPL-3.0-only,Zlib
libde265-0 amd64 libde265 1.0.11-1 1.0.11-1+deb12u2 LGPL-3.0-or-later,GPL-3.0-or-later
libdebconfclient0 amd64 cdebconf 0.270 = GPL-2.0-or-later,BSD-2-Clause
libdeflate0 amd64 libdeflate 1.14-1 = MIT
libdpkg-perl all dpkg 1.21.22 = GPL-2.0-or-later,GPL-2.0-only,BSD-2-Clause
libedit2 amd64 libedit 3.1-20221030-2 = BSD-3-Clause
libelf1 amd64 elfutils 0.188-2.1 = GPL-3.0-or-later,LGPL-3.0-or-later,BSD-2-Clause
liberror-perl all - 0.17029-2 = Artistic-2.0
libexpat1 amd64 expat 2.5.0-1 2.5.0-1+deb12u1 MIT
libext2fs2 amd64 e2fsprogs 1.47.0-2 = GPL-2.0-only,BSD-3-Clause,ISC
libffi8 amd64 libffi 3.4.4-1 = MIT,GPL-2.0-or-later,GPL-3.0-or-later
libfido2-1 amd64 libfido2 1.12.0-2+b1 = BSD-2-Clause,ISC
libfontconfig1 amd64 fontconfig 2.14.1-4 = -
libfreetype6 amd64 freetype 2.12.1+dfsg-5 2.12.1+dfsg-5+deb12u4 BSD-3-Clause,GPL-3.0-or-later,MIT
libgav1-1 amd64 libgav1 0.18.0-1+b1 = Apache-2.0,BSD-3-Clause
libgcc-12-dev amd64 gcc-12 12.2.0-14 12.2.0-14+deb12u1 -
libgcc-s1 amd64 gcc-12 12.2.0-14 12.2.0-14+deb12u1 -
libgcrypt20 amd64 - 1.10.1-3 = -
libgd3 amd64 libgd2 2.3.3-9 = GPL-2.0-or-later,BSD-3-Clause,MIT
libgdbm-compat4 amd64 gdbm 1.23-3 = GPL-3.0-or-later,GPL-2.0-or-later
libgdbm6 amd64 gdbm 1.23-3 = GPL-3.0-or-later,GPL-2.0-or-later
libgmp10 amd64 gmp 2:6.2.1+dfsg1-1.1 = GPL-2.0-or-later,GPL-3.0-or-later,LGPL-3.0-or-later
libgnutls30 amd64 gnutls28 3.7.9-2 3.7.9-2+deb12u4 MIT,Apache-2.0,BSD-3-Clause
libgomp1 amd64 gcc-12 12.2.0-14 12.2.0-14+deb12u1 -
libgpg-error0 amd64 libgpg-error 1.46-1 = LGPL-2.1-or-later,GPL-3.0-or-later,BSD-3-Clause
libgprofng0 amd64 binutils 2.40-2 = -
libgssapi-krb5-2 amd64 krb5 1.20.1-2 1.20.1-2+deb12u3 -
libheif1 amd64 libheif 1.15.1-1 1.15.1-1+deb12u1 LGPL-3.0-or-later,GPL-3.0-or-later,MIT
libhogweed6 amd64 nettle 3.8.1-2 = LGPL-3.0-or-later,LGPL-2.0-or-later,MIT
libicu72 amd64 icu 72.1-3 = MIT,GPL-3.0-only
libidn2-0 amd64 libidn2 2.3.3-1+b1 = GPL-3.0-or-later,LGPL-3.0-or-later,GPL-2.0-or-later
libisl23 amd64 isl 0.25-1.1 = MIT,BSD-2-Clause,LGPL-2.1-or-later
libitm1 amd64 gcc-12 12.2.0-14 12.2.0-14+deb12u1 -
libjansson4 amd64 jansson 2.14-2 = MIT
libjbig0 amd64 jbigkit 2.1-6.1 = GPL-2.0-or-later
libjpeg62-turbo amd64 libjpeg-turbo 1:2.1.5-2 = Zlib,BSD-3-Clause,MIT
libjq1 amd64 jq 1.6-2.1 = MIT
libk5crypto3 amd64 krb5 1.20.1-2 1.20.1-2+deb12u3 -
libkeyutils1 amd64 keyutils 1.6.3-2 = GPL-2.0-or-later,LGPL-2.0-or-later
libkrb5-3 amd64 krb5 1.20.1-2 1.20.1-2+deb12u3 -
libkrb5support0 amd64 krb5 1.20.1-2 1.20.1-2+deb12u3 -
libksba8 amd64 libksba 1.6.3-2 = -
libldap-2.5-0 amd64 openldap 2.5.13+dfsg-5 = OLDAP-2.8,GPL-3.0-or-later,GPL-2.0-or-later
liblerc4 amd64 lerc 4.0.0+ds-2 = Apache-2.0
liblsan0 amd64 gcc-12 12.2.0-14 12.2.0-14+deb12u1 -
liblz4-1 amd64 lz4 1.9.4-1 = BSD-2-Clause,GPL-2.0-or-later
liblzma5 amd64 xz-utils 5.4.1-0.2 5.4.1-1 GPL-2.0-or-later,LGPL-2.1-or-later,GPL-2.0-only
libmagic-mgc amd64 file 1:5.44-3 = -
libmagic1 amd64 file 1:5.44-3 = -
libmd0 amd64 libmd 1.0.4-2 = BSD-3-Clause,BSD-2-Clause,ISC
libmnl0 amd64 libmnl 1.0.4-3 = LGPL-2.1-only,GPL-2.0-or-later
libmount1 amd64 util-linux 2.38.1-5+b1 2.38.1-5+deb12u3 GPL-2.0-or-later,GPL-2.0-only,GPL-3.0-or-later
libmpc3 amd64 mpclib3 1.3.1-1 = -
libmpfr6 amd64 mpfr4 4.2.0-1 = -
libncursesw6 amd64 ncurses 6.4-4 = BSD-3-Clause
libnettle8 amd64 nettle 3.8.1-2 = LGPL-3.0-or-later,LGPL-2.0-or-later,MIT
libnghttp2-14 amd64 nghttp2 1.52.0-1 1.52.0-1+deb12u2 MIT,GPL-3.0-or-later,BSD-2-Clause
libnpth0 amd64 npth 1.6-3 = LGPL-2.1-or-later
libnsl-dev amd64 libnsl 1.3.0-2 = LGPL-2.1-or-later,LGPL-2.1-only,BSD-3-Clause
libnsl2 amd64 libnsl 1.3.0-2 = LGPL-2.1-or-later,LGPL-2.1-only,BSD-3-Clause
libonig5 amd64 libonig 6.9.8-1 = BSD-2-Clause,GPL-2.0-or-later
libp11-kit0 amd64 p11-kit 0.24.1-2 = BSD-3-Clause,ISC,LGPL-2.1-or-later
libpam-cap amd64 libcap2 1:2.66-4 1:2.66-4+deb12u1 BSD-3-Clause,GPL-2.0-only,GPL-2.0-or-later
libpam-modules amd64 pam 1.5.2-6 1.5.2-6+deb12u1 BSD-3-Clause,GPL-2.0-only,GPL-2.0-or-later
libpam-modules-bin amd64 pam 1.5.2-6 1.5.2-6+deb12u1 BSD-3-Clause,GPL-2.0-only,GPL-2.0-or-later
libpam-runtime all pam 1.5.2-6 1.5.2-6+deb12u1 BSD-3-Clause,GPL-2.0-only,GPL-2.0-or-later
libpam0g amd64 pam 1.5.2-6 1.5.2-6+deb12u1 BSD-3-Clause,GPL-2.0-only,GPL-2.0-or-later
libpcre2-8-0 amd64 pcre2 10.42-1 = BSD-3-Clause,BSD-2-Clause
libperl5.36 amd64 perl 5.36.0-7 5.36.0-7+deb12u2 MIT,Artistic-2.0,GPL-2.0-or-later
libpng16-16 amd64 libpng1.6 1.6.39-2 = GPL-2.0-or-later,Apache-2.0,BSD-3-Clause
libpsl5 amd64 libpsl 0.21.2-1 = MIT
libpython3-stdlib amd64 python3-defaults 3.11.2-1+b1 = -
libpython3.11-minimal amd64 python3.11 3.11.2-6 3.11.2-6+deb12u6 -
libpython3.11-stdlib amd64 python3.11 3.11.2-6 3.11.2-6+deb12u6 -
libquadmath0 amd64 gcc-12 12.2.0-14 12.2.0-14+deb12u1 -
librav1e0 amd64 rust-rav1e 0.5.1-6 = BSD-2-Clause,ISC
libreadline8 amd64 readline 8.2-1.3 = GPL-3.0-or-later,GPL-2.0-or-later,GPL-3.0-only
librtmp1 amd64 rtmpdump 2.4+20151223.gitfa8646d.1-2+b2 = -
libsasl2-2 amd64 cyrus-sasl2 2.1.28+dfsg-10 = BSD-3-Clause,BSD-2-Clause,GPL-3.0-or-later
libsasl2-modules-db amd64 cyrus-sasl2 2.1.28+dfsg-10 = BSD-3-Clause,BSD-2-Clause,GPL-3.0-or-later
libseccomp2 amd64 libseccomp 2.5.4-1 2.5.4-1+deb12u1 LGPL-2.1-only
libselinux1 amd64 libselinux 3.4-1+b6 = -
libsemanage-common all libsemanage 3.4-1 = -
libsemanage2 amd64 libsemanage 3.4-1+b5 = -
libsepol2 amd64 libsepol 3.4-2.1 = LGPL-2.1-or-later,Zlib,GPL-2.0-only
libsmartcols1 amd64 util-linux 2.38.1-5+b1 2.38.1-5+deb12u3 GPL-2.0-or-later,GPL-2.0-only,GPL-3.0-or-later
libsqlite3-0 amd64 sqlite3 3.40.1-2 3.40.1-2+deb12u1 GPL-2.0-or-later
libss2 amd64 e2fsprogs 1.47.0-2 = GPL-2.0-only,BSD-3-Clause,ISC
libssh2-1 amd64 libssh2 1.10.0-3+b1 = -
libssl3 amd64 openssl 3.0.9-1 3.0.16-1~deb12u1 Apache-2.0,Artistic-2.0
libstdc++-12-dev amd64 gcc-12 12.2.0-14 12.2.0-14+deb12u1 -
libstdc++6 amd64 gcc-12 12.2.0-14 12.2.0-14+deb12u1 -
libsvtav1enc1 amd64 svt-av1 1.4.1+dfsg-1 = LGPL-2.1-or-later,ISC,MIT
libsystemd0 amd64 systemd 252.12-1~deb12u1 252.36-1~deb12u1 LGPL-2.1-or-later,GPL-2.0-only,MIT
libtasn1-6 amd64 - 4.19.0-2 4.19.0-2+deb12u1 -
libtiff6 amd64 tiff 4.5.0-6 4.5.0-6+deb12u2 -
libtinfo6 amd64 ncurses 6.4-4 = BSD-3-Clause
libtirpc-common all libtirpc 1.3.3+ds-1 = BSD-3-Clause,GPL-2.0-only
libtirpc-dev amd64 libtirpc 1.3.3+ds-1 = BSD-3-Clause,GPL-2.0-only
libtirpc3 amd64 libtirpc 1.3.3+ds-1 = BSD-3-Clause,GPL-2.0-only
libtsan2 amd64 gcc-12 12.2.0-14 12.2.0-14+deb12u1 -
libubsan1 amd64 gcc-12 12.2.0-14 12.2.0-14+deb12u1 -
libudev1 amd64 systemd 252.12-1~deb12u1 252.36-1~deb12u1 LGPL-2.1-or-later,GPL-2.0-only,MIT
libunistring2 amd64 libunistring 1.0-2 = LGPL-3.0-or-later,GPL-3.0-or-later,GPL-2.0-or-later
libuuid1 amd64 util-linux 2.38.1-5+b1 2.38.1-5+deb12u3 GPL-2.0-or-later,GPL-2.0-only,GPL-3.0-or-later
libwebp7 amd64 libwebp 1.2.4-0.2 1.2.4-0.2+deb12u1 -
libx11-6 amd64 libx11 2:1.8.4-2+deb12u1 2:1.8.4-2+deb12u2 -
libx11-data all libx11 2:1.8.4-2+deb12u1 2:1.8.4-2+deb12u2 -
libx265-199 amd64 x265 3.5-2+b1 = GPL-2.0-or-later,MIT,LGPL-2.1-or-later
libxau6 amd64 libxau 1:1.0.9-1 = -
libxcb1 amd64 libxcb 1.15-1 = -
libxdmcp6 amd64 libxdmcp 1:1.1.2-3 = -
libxext6 amd64 libxext 2:1.3.4-1+b1 = -
libxml2 amd64 - 2.9.14+dfsg-1.3~deb12u1 2.9.14+dfsg-1.3~deb12u2 ISC
libxmuu1 amd64 libxmu 2:1.1.3-3 = -
libxpm4 amd64 libxpm 1:3.5.12-1.1 1:3.5.12-1.1+deb12u1 -
libxslt1.1 amd64 libxslt 1.1.35-1 1.1.35-1+deb12u1 -
libxtables12 amd64 iptables 1.8.9-2 = GPL-2.0-only,Artistic-2.0,GPL-2.0-or-later
libxxhash0 amd64 xxhash 0.8.1-1 = BSD-2-Clause,GPL-2.0-only
libyuv0 amd64 libyuv 0.0~git20230123.b2528b0-1 = BSD-3-Clause
libzstd1 amd64 libzstd 1.5.4+dfsg2-5 = BSD-3-Clause,Zlib,MIT
locales all glibc 2.36-9+deb12u1 2.36-9+deb12u10 -
login amd64 shadow 1:4.13+dfsg1-1+b1 1:4.13+dfsg1-1+deb12u1 BSD-3-Clause,GPL-2.0-or-later
logsave amd64 e2fsprogs 1.47.0-2 = GPL-2.0-only,BSD-3-Clause,ISC
make amd64 make-dfsg 4.3-4.1 = GPL-3.0-or-later
mawk amd64 - 1.3.4.20200120-3.1 = GPL-2.0-only
media-types all - 10.0.0 = -
mount amd64 util-linux 2.38.1-5+b1 2.38.1-5+deb12u3 GPL-2.0-or-later,GPL-2.0-only,GPL-3.0-or-later
ncurses-base all ncurses 6.4-4 = BSD-3-Clause
ncurses-bin amd64 ncurses 6.4-4 = BSD-3-Clause
netbase all - 6.4 = GPL-2.0-only
openssh-client amd64 openssh 1:9.2p1-2 1:9.2p1-2+deb12u6 BSD-3-Clause,BSD-2-Clause
openssl amd64 - 3.0.9-1 3.0.16-1~deb12u1 Apache-2.0,Artistic-2.0
passwd amd64 shadow 1:4.13+dfsg1-1+b1 1:4.13+dfsg1-1+deb12u1 BSD-3-Clause,GPL-2.0-or-later
patch amd64 - 2.7.6-7 = -
perl amd64 - 5.36.0-7 5.36.0-7+deb12u2 MIT,Artistic-2.0,GPL-2.0-or-later
perl-base amd64 perl 5.36.0-7 5.36.0-7+deb12u2 MIT,Artistic-2.0,GPL-2.0-or-later
perl-modules-5.36 all perl 5.36.0-7 5.36.0-7+deb12u2 MIT,Artistic-2.0,GPL-2.0-or-later
pinentry-curses amd64 pinentry 1.2.1-1 = GPL-2.0-or-later,GPL-2.0-only,LGPL-3.0-or-later
procps amd64 - 2:4.0.2-3 = LGPL-2.1-or-later
publicsuffix all - 20230209.2326-1 = MPL-2.0
python3 amd64 python3-defaults 3.11.2-1+b1 = -
python3-minimal amd64 python3-defaults 3.11.2-1+b1 = -
python3.11 amd64 - 3.11.2-6 3.11.2-6+deb12u6 -
python3.11-minimal amd64 python3.11 3.11.2-6 3.11.2-6+deb12u6 -
readline-common all readline 8.2-1.3 = GPL-3.0-or-later,GPL-2.0-or-later,GPL-3.0-only
rpcsvc-proto amd64 - 1.4.3-1 = BSD-3-Clause,MIT
sed amd64 - 4.9-1 = GPL-3.0-or-later,ISC
socat amd64 - 1.7.4.4-2 = -
sysvinit-utils amd64 sysvinit 3.06-4 = -
tar amd64 - 1.34+dfsg-1.2 1.34+dfsg-1.2+deb12u1 GPL-3.0-or-later,LGPL-3.0-or-later,GPL-2.0-or-later
tzdata all - 2023c-5 2025b-0+deb12u1 -
unzip amd64 - 6.0-28 = -
usr-is-merged all usrmerge 37~deb12u1 = GPL-2.0-or-later
util-linux amd64 - 2.38.1-5+b1 2.38.1-5+deb12u3 GPL-2.0-or-later,GPL-2.0-only,GPL-3.0-or-later
util-linux-extra amd64 util-linux 2.38.1-5+b1 2.38.1-5+deb12u3 GPL-2.0-or-later,GPL-2.0-only,GPL-3.0-or-later
wget amd64 - 1.21.3-1 1.21.3-1+deb12u1 -
xauth amd64 - 1:1.1.2-1 = -
xz-utils amd64 - 5.4.1-0.2 5.4.1-1 GPL-2.0-or-later,LGPL-2.1-or-later,GPL-2.0-only
zlib1g amd64 zlib 1:1.2.13.dfsg-1 = Zlib
`;

/** What the `slim` image holds. */
export const debianSlim = `
  adduser apt base-files base-passwd bash bsdutils coreutils dash debconf
  debian-archive-keyring debianutils diffutils dpkg e2fsprogs findutils
  gcc-12-base gpgv grep gzip hostname init-system-helpers libacl1
  libapt-pkg6.0 libattr1 libaudit-common libaudit1 libblkid1 libbz2-1.0
  libc-bin libc6 libcap-ng0 libcap2 libcom-err2 libcrypt1 libdb5.3
  libdebconfclient0 libext2fs2 libffi8 libgcc-s1 libgcrypt20 libgmp10
  libgnutls30 libgpg-error0 libhogweed6 libidn2-0 liblz4-1 liblzma5 libmd0
  libmount1 libnettle8 libp11-kit0 libpam-modules libpam-modules-bin
  libpam-runtime libpam0g libpcre2-8-0 libseccomp2 libselinux1
  libsemanage-common libsemanage2 libsepol2 libsmartcols1 libss2 libstdc++6
  libsystemd0 libtasn1-6 libtinfo6 libudev1 libunistring2 libuuid1 libxxhash0
  libzstd1 login logsave mawk mount ncurses-base ncurses-bin passwd perl-base
  sed sysvinit-utils tar tzdata usr-is-merged util-linux util-linux-extra
  zlib1g
`;

/** What the image of nginx adds. */
export const debianNginx = `
  ca-certificates curl fontconfig-config fonts-dejavu-core libaom3 libavif15
  libbrotli1 libbsd0 libcurl4 libdav1d6 libde265-0 libdeflate0 libexpat1
  libfontconfig1 libfreetype6 libgav1-1 libgd3 libgssapi-krb5-2 libheif1
  libicu72 libjbig0 libjpeg62-turbo libk5crypto3 libkeyutils1 libkrb5-3
  libkrb5support0 libldap-2.5-0 liblerc4 libnghttp2-14 libpng16-16 libpsl5
  librav1e0 librtmp1 libsasl2-2 libsasl2-modules-db libssh2-1 libssl3
  libsvtav1enc1 libtiff6 libwebp7 libx11-6 libx11-data libx265-199 libxau6
  libxcb1 libxdmcp6 libxml2 libxpm4 libxslt1.1 libyuv0 openssl
`;

/** What an image with a Java runtime adds. */
export const debianJava = `
  ca-certificates curl fontconfig fontconfig-config fonts-dejavu-core
  libbrotli1 libcurl4 libexpat1 libfontconfig1 libfreetype6 libgssapi-krb5-2
  libk5crypto3 libkeyutils1 libkrb5-3 libkrb5support0 libldap-2.5-0
  libnghttp2-14 libpng16-16 libpsl5 librtmp1 libsasl2-2 libsasl2-modules-db
  libssh2-1 libssl3 locales netbase openssl wget
`;

/** What the `slim` image of Python adds. */
export const debianPython = `
  ca-certificates libbz2-1.0 libexpat1 libffi8 libgdbm6 libncursesw6 libnsl2
  libreadline8 libsqlite3-0 libssl3 libtirpc-common libtirpc3 media-types
  netbase openssl readline-common
`;

/** What an image to build with adds. */
export const debianBuild = `
  binutils binutils-common binutils-x86-64-linux-gnu bzip2 ca-certificates cpp
  cpp-12 curl dirmngr dpkg-dev file g++ g++-12 gcc gcc-12 git git-man gnupg
  gnupg-l10n gnupg-utils gpg gpg-agent gpg-wks-client gpg-wks-server gpgconf
  gpgsm iproute2 jq krb5-locales less libasan8 libassuan0 libatomic1
  libbinutils libbpf1 libbrotli1 libbsd0 libc-dev-bin libc6-dev libcap2-bin
  libcbor0.8 libcc1-0 libcrypt-dev libctf-nobfd0 libctf0 libcurl3-gnutls
  libcurl4 libdpkg-perl libedit2 libelf1 liberror-perl libexpat1 libfido2-1
  libgcc-12-dev libgdbm-compat4 libgdbm6 libgomp1 libgprofng0 libgssapi-krb5-2
  libisl23 libitm1 libjansson4 libjq1 libk5crypto3 libkeyutils1 libkrb5-3
  libkrb5support0 libksba8 libldap-2.5-0 liblsan0 libmagic-mgc libmagic1
  libmnl0 libmpc3 libmpfr6 libncursesw6 libnghttp2-14 libnpth0 libnsl-dev
  libnsl2 libonig5 libpam-cap libperl5.36 libpsl5 libpython3-stdlib
  libpython3.11-minimal libpython3.11-stdlib libquadmath0 libreadline8
  librtmp1 libsasl2-2 libsasl2-modules-db libsqlite3-0 libssh2-1 libssl3
  libstdc++-12-dev libtirpc-common libtirpc-dev libtirpc3 libtsan2 libubsan1
  libx11-6 libx11-data libxau6 libxcb1 libxdmcp6 libxext6 libxmuu1
  libxtables12 make media-types netbase openssh-client openssl patch perl
  perl-modules-5.36 pinentry-curses procps publicsuffix python3
  python3-minimal python3.11 python3.11-minimal readline-common rpcsvc-proto
  socat unzip wget xauth xz-utils
`;
