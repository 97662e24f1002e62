/**
 * What Debian's security tracker says about version 12, one a line:
 * vulnerability, source package, version that is fixed or the status of one
 * that is not, advisory (`-`: a point release), severity where Debian's own
 * word comes before that of the NVD.
 */
export const debianAdvisories = `
CVE-2005-2541 tar affected - LOW
CVE-2007-5686 shadow affected - LOW
CVE-2007-6755 openssl affected - LOW
CVE-2010-0928 openssl affected - LOW
CVE-2010-4756 glibc affected - LOW
CVE-2011-3374 apt affected - LOW
CVE-2011-3389 gnutls28 affected - LOW
CVE-2011-4116 perl affected - LOW
CVE-2013-4392 systemd affected - LOW
CVE-2015-3276 openldap affected - LOW
CVE-2016-2781 coreutils will_not_fix - LOW
CVE-2017-9117 tiff affected - LOW
CVE-2017-14159 openldap affected - LOW
CVE-2017-17740 openldap affected - LOW
CVE-2017-18018 coreutils affected - LOW
CVE-2018-5709 krb5 affected - LOW
CVE-2018-6829 libgcrypt20 affected - LOW
CVE-2018-20796 glibc affected - LOW
CVE-2019-9192 glibc affected - LOW
CVE-2019-19882 shadow affected - LOW
CVE-2019-1010022 glibc affected - LOW
CVE-2019-1010023 glibc affected - LOW
CVE-2019-1010024 glibc affected - LOW
CVE-2019-1010025 glibc affected - LOW
CVE-2020-15719 openldap affected - LOW
CVE-2022-0563 util-linux affected - LOW
CVE-2022-3219 gnupg2 affected - LOW
CVE-2022-27943 gcc-12 affected - LOW
CVE-2022-48303 tar 1.34+dfsg-1.2+deb12u1 - LOW
CVE-2022-49043 libxml2 2.9.14+dfsg-1.3~deb12u2 -
CVE-2023-2953 openldap affected -
CVE-2023-2975 openssl 3.0.10-1~deb12u1 -
CVE-2023-3446 openssl 3.0.10-1~deb12u1 -
CVE-2023-3618 tiff 4.5.0-6+deb12u2 -
CVE-2023-3817 openssl 3.0.10-1~deb12u1 -
CVE-2023-4641 shadow 1:4.13+dfsg1-1+deb12u1 -
CVE-2023-4863 libwebp 1.2.4-0.2+deb12u1 DSA-5497-2
CVE-2023-4911 glibc 2.36-9+deb12u3 DSA-5514-1
CVE-2023-5363 openssl 3.0.11-1~deb12u2 DSA-5532-1
CVE-2023-5678 openssl 3.0.13-1~deb12u1 -
CVE-2023-5981 gnutls28 3.7.9-2+deb12u1 -
CVE-2023-6129 openssl 3.0.13-1~deb12u1 -
CVE-2023-6237 openssl 3.0.13-1~deb12u1 -
CVE-2023-6246 glibc 2.36-9+deb12u4 DSA-5611-1
CVE-2023-6779 glibc 2.36-9+deb12u4 DSA-5611-1
CVE-2023-6780 glibc 2.36-9+deb12u4 DSA-5611-1
CVE-2023-6879 aom will_not_fix -
CVE-2023-7008 systemd 252.21-1~deb12u1 -
CVE-2023-7104 sqlite3 3.40.1-2+deb12u1 -
CVE-2023-25433 tiff 4.5.0-6+deb12u2 -
CVE-2023-26965 tiff 4.5.0-6+deb12u2 -
CVE-2023-27103 libde265 1.0.11-1+deb12u1 -
CVE-2023-29383 shadow 1:4.13+dfsg1-1+deb12u1 -
CVE-2023-31437 systemd affected - LOW
CVE-2023-31438 systemd affected - LOW
CVE-2023-31439 systemd affected - LOW
CVE-2023-31484 perl 5.36.0-7+deb12u3 -
CVE-2023-31486 perl affected - LOW
CVE-2023-36054 krb5 1.20.1-2+deb12u1 -
CVE-2023-38545 curl 7.88.1-10+deb12u4 DSA-5523-1
CVE-2023-38546 curl 7.88.1-10+deb12u4 DSA-5523-1
CVE-2023-44487 nghttp2 1.52.0-1+deb12u1 DSA-5570-1
CVE-2023-45853 zlib will_not_fix -
CVE-2023-46218 curl 7.88.1-10+deb12u5 DSA-5587-1
CVE-2023-46219 curl 7.88.1-10+deb12u5 DSA-5587-1
CVE-2023-47038 perl 5.36.0-7+deb12u1 -
CVE-2023-48795 openssh 1:9.2p1-2+deb12u2 DSA-5586-1
CVE-2023-50387 systemd 252.23-1~deb12u1 -
CVE-2023-50868 systemd 252.23-1~deb12u1 -
CVE-2023-52356 tiff 4.5.0-6+deb12u2 -
CVE-2023-52425 expat affected -
CVE-2024-0553 gnutls28 3.7.9-2+deb12u2 -
CVE-2024-0567 gnutls28 3.7.9-2+deb12u2 -
CVE-2024-0727 openssl 3.0.13-1~deb12u1 -
CVE-2024-1580 dav1d 1.0.0-2+deb12u1 DSA-5686-1
CVE-2024-2398 curl 7.88.1-10+deb12u6 -
CVE-2024-4603 openssl 3.0.14-1~deb12u1 -
CVE-2024-4741 openssl 3.0.14-1~deb12u1 -
CVE-2024-5171 aom 3.6.0-1+deb12u1 DSA-5753-1
CVE-2024-5535 openssl 3.0.15-1~deb12u1 -
CVE-2024-6119 openssl 3.0.14-1~deb12u2 DSA-5764-1
CVE-2024-7006 tiff 4.5.0-6+deb12u2 -
CVE-2024-7264 curl 7.88.1-10+deb12u7 -
CVE-2024-10041 pam affected -
CVE-2024-12133 libtasn1-6 4.19.0-2+deb12u1 DSA-5863-1
CVE-2024-12243 gnutls28 3.7.9-2+deb12u4 DSA-5867-1
CVE-2024-25062 libxml2 2.9.14+dfsg-1.3~deb12u2 -
CVE-2024-26462 krb5 1.20.1-2+deb12u3 -
CVE-2024-28182 nghttp2 1.52.0-1+deb12u2 -
CVE-2024-28757 expat affected - LOW
CVE-2024-28834 gnutls28 3.7.9-2+deb12u3 -
CVE-2024-28835 gnutls28 3.7.9-2+deb12u3 -
CVE-2024-33599 glibc 2.36-9+deb12u7 DSA-5678-1
CVE-2024-37370 krb5 1.20.1-2+deb12u2 DSA-5726-1
CVE-2024-37371 krb5 1.20.1-2+deb12u2 DSA-5726-1
CVE-2024-38428 wget 1.21.3-1+deb12u1 -
CVE-2024-45490 expat 2.5.0-1+deb12u1 DSA-5770-1
CVE-2024-45491 expat 2.5.0-1+deb12u1 DSA-5770-1
CVE-2024-45492 expat 2.5.0-1+deb12u1 DSA-5770-1
CVE-2024-55549 libxslt 1.1.35-1+deb12u1 -
CVE-2024-56171 libxml2 2.9.14+dfsg-1.3~deb12u2 -
CVE-2025-4598 systemd 252.38-1~deb12u1 DSA-5931-1
CVE-2025-4802 glibc 2.36-9+deb12u11 -
CVE-2025-5222 icu 72.1-3+deb12u1 -
CVE-2025-6020 pam 1.5.2-6+deb12u2 -
CVE-2025-6965 sqlite3 3.40.1-2+deb12u2 -
CVE-2025-9230 openssl 3.0.17-1~deb12u3 DSA-6015-1
CVE-2025-24855 libxslt 1.1.35-1+deb12u1 -
CVE-2025-24928 libxml2 2.9.14+dfsg-1.3~deb12u2 -
CVE-2025-27363 freetype 2.12.1+dfsg-5+deb12u4 DSA-5880-1
CVE-2025-32988 gnutls28 3.7.9-2+deb12u5 -
CVE-2025-48384 git 1:2.39.5-0+deb12u3 -
CVE-2025-65018 libpng1.6 1.6.39-2+deb12u1 -
`;
