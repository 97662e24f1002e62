/**
 * What Alpine's security database says about branch 3.19, one a line:
 * vulnerability, source package, version that is fixed.
 */
export const alpineAdvisories = `
CVE-2023-6129 openssl 3.1.4-r3
CVE-2023-6237 openssl 3.1.4-r4
CVE-2023-42363 busybox 1.36.1-r17
CVE-2023-42364 busybox 1.36.1-r19
CVE-2023-42365 busybox 1.36.1-r19
CVE-2023-42366 busybox 1.36.1-r16
CVE-2023-52425 expat 2.6.0-r0
CVE-2024-0727 openssl 3.1.4-r5
CVE-2024-2398 curl 8.7.1-r0
CVE-2024-4603 openssl 3.1.5-r0
CVE-2024-4741 openssl 3.1.6-r0
CVE-2024-5535 openssl 3.1.6-r0
CVE-2024-6119 openssl 3.1.7-r0
CVE-2024-6197 curl 8.9.0-r0
CVE-2024-7264 curl 8.9.1-r0
CVE-2024-25062 libxml2 2.11.7-r0
CVE-2024-28757 expat 2.6.2-r0
CVE-2024-45490 expat 2.6.3-r0
CVE-2024-45491 expat 2.6.3-r0
CVE-2024-45492 expat 2.6.3-r0
CVE-2024-50602 expat 2.6.4-r0
CVE-2024-56171 libxml2 2.11.8-r1
CVE-2025-24928 libxml2 2.11.8-r1
CVE-2025-26519 musl 1.2.4_git20230717-r5
`;
