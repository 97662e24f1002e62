/**
 * Vulnerabilities of operating system packages, one a line:
 * id, published, CVSS 3 vector, weaknesses, title, text.
 */
export const systemVulnerabilities = `
CVE-2005-2541|2005-08-10|||tar: no warning before setuid files are unpacked|Unpacking an archive of unknown origin as root can leave setuid or setgid programs behind without a word to the person who does it.
CVE-2007-5686|2007-10-28||CWE-264|initscripts: login failures are readable by everyone|The file that records failed logins may be readable by every local account, and mistyped passwords can end up in it.
CVE-2007-6755|2013-10-11||CWE-327|openssl: predictable numbers from Dual_EC_DRBG|The Dual_EC_DRBG generator of the NIST standard has constants of unknown origin; whoever chose them may be able to predict its output.
CVE-2010-0928|2010-03-05||CWE-310|openssl: RSA key recovered through power faults|With physical control of the supply voltage a person can provoke wrong RSA signatures and compute the private key from them.
CVE-2010-4756|2011-03-02||CWE-399|glibc: glob patterns eat processor and memory|A glob expression that matches far too much keeps a service such as an FTP server busy until it is out of resources.
CVE-2011-3374|2019-11-26|AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:L/A:N|CWE-347|apt: apt-key accepts keys it should not|Keys are not compared with the master keyring in the way they should be, so somebody between machine and mirror may slip one in.
CVE-2011-3389|2011-09-06||CWE-326|TLS: chosen plaintext attack on CBC in TLS 1.0 (BEAST)|TLS 1.0 starts a record with the last block of the one before, which lets an eavesdropper who also controls some content guess cookies.
CVE-2011-4116|2020-01-31|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N|CWE-59|perl: File::Temp follows symbolic links|Temporary files are opened through links that another local account may have planted.
CVE-2013-4392|2013-10-28||CWE-59|systemd: permissions changed through a link|A local account can race the code that sets owner and mode of a file and redirect it elsewhere.
CVE-2015-3276|2015-12-07|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N||openldap: multi-keyword cipher lists are read wrongly|A cipher list of several keywords may turn on weaker ciphers than the administrator meant.
CVE-2016-2781|2017-02-07|3.0/AV:L/AC:L/PR:L/UI:N/S:C/C:N/I:H/A:N|CWE-20|coreutils: chroot leaves the terminal within reach|A program started with chroot and another user id can push characters into the terminal of the session that started it.
CVE-2017-9117|2017-05-21|3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-125|libtiff: bmp2tiff reads past its buffer|Turning a crafted bitmap into TIFF reads memory behind the end of a heap buffer.
CVE-2017-14159|2017-09-05|AV:L/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:H|CWE-665|openldap: slapd writes its pid file too late|The pid file is written after privileges were dropped, so an account with control of it can have another process killed.
CVE-2017-17740|2017-12-18|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-119|openldap: nops overlay frees a value twice|With the nops and memberof overlays together a modification makes slapd free memory that it does not own.
CVE-2017-18018|2018-01-04|3.0/AV:L/AC:H/PR:L/UI:N/S:U/C:N/I:H/A:N|CWE-362|coreutils: recursive chown can be led astray|While chown or chgrp walk a tree with -R and -L another account may swap a file for a link.
CVE-2018-5709|2018-01-16|3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N|CWE-190|krb5: number of a database record is cut short|A 16 bit variable takes a 32 bit value while a dump is loaded, so a crafted dump corrupts the administrative database.
CVE-2018-6829|2018-02-07|3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N|CWE-327|libgcrypt: ElGamal leaks facts about plaintexts|Messages are encrypted without encoding them into the right subgroup, so ciphertexts can be told apart.
CVE-2018-20796|2019-02-26|3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-674|glibc: endless recursion in the regular expression engine|A back-reference combined with a repetition recurses until the stack is exhausted.
CVE-2019-9192|2019-02-26|3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-674|glibc: recursion on patterns with many groups|Patterns that nest empty groups make the matcher call itself without end.
CVE-2019-19882|2019-12-18|AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H|CWE-732|shadow: account tools built setuid without PAM|Built with certain options, the account tools are setuid and let every local user create accounts.
CVE-2019-1010022|2019-07-15|3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-119|glibc: stack guard can be stepped over|Somebody with a stack overflow of another program at hand can get past the guard that should stop it.
CVE-2019-1010023|2019-07-15|3.0/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H||glibc: a crafted library is mapped over the program|Running ldd on a malicious file can map it over parts that are loaded already.
CVE-2019-1010024|2019-07-15|3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N|CWE-200|glibc: address randomisation is weaker than it looks|The cache of thread stacks and heaps tells addresses that randomisation should hide.
CVE-2019-1010025|2019-07-15|3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N|CWE-330|glibc: heap addresses of threads can be guessed|Where a thread keeps its heap can be found out with moderate effort.
CVE-2020-15719|2020-07-14|AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:L/A:N|CWE-295|openldap: certificate names are compared too generously|The common name is accepted although a subject alternative name is present and differs.
CVE-2022-0563|2022-02-21|AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N|CWE-209|util-linux: chfn and chsh print files of others|Both tools hand INPUTRC to the readline library, which quotes files of root in its error messages.
CVE-2022-3219|2023-02-23|AV:L/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:L|CWE-787|gnupg: a compressed signature keeps the verifier busy|A message whose signatures are compressed over and over takes minutes to check.
CVE-2022-27943|2022-03-26|AV:L/AC:L/PR:N/UI:R/S:U/C:N/I:N/A:H|CWE-674|binutils: demangling a Rust symbol exhausts the stack|Nesting in a symbol name is followed without limit.
CVE-2022-48303|2023-01-30|AV:L/AC:L/PR:N/UI:R/S:U/C:N/I:N/A:H|CWE-125|tar: one byte is read past the header|A base-256 number at the very end of a V7 header is decoded one byte too far.
CVE-2022-49043|2025-01-26|AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-416|libxml2: freed node used by XInclude|Including a document twice can leave a pointer to a node that is gone.
CVE-2023-2953|2023-05-30|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-476|openldap: null pointer in ber_memalloc_x|When memory runs out the result of an allocation is used without a look at it.
CVE-2023-2975|2023-07-14|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:L/A:N|CWE-287|openssl: AES-SIV ignores empty associated data|Empty associated data is left out of the tag, so removing or adding it goes unnoticed.
CVE-2023-3446|2023-07-19|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L|CWE-1333|openssl: checks of large DH parameters take long|A key with an oversized modulus keeps the check function busy.
CVE-2023-3618|2023-07-12|AV:N/AC:L/PR:N/UI:R/S:U/C:N/I:N/A:H|CWE-120|libtiff: Fax3Encode writes past its buffer|A crafted image overruns a buffer of the fax encoder and stops the program.
CVE-2023-3817|2023-07-31|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L|CWE-834|openssl: slow check of the DH q value|A q that is larger than the modulus is still tested at length.
CVE-2023-4641|2023-12-27|AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N|CWE-303|shadow: gpasswd leaves a password in memory|When the second entry of a new password fails, the first one is not wiped.
CVE-2023-4863|2023-09-12|AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H|CWE-787|libwebp: Huffman tables overflow the heap|A lossless WebP image with malformed code lengths writes outside of its tables. It has been exploited through browsers and chat programs.
CVE-2023-4911|2023-10-03|AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H|CWE-122,CWE-787|glibc: overflow while GLIBC_TUNABLES is read|The dynamic loader copies a crafted GLIBC_TUNABLES value over the end of a buffer. A local account becomes root through any setuid program.
CVE-2023-5363|2023-10-25|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N|CWE-684|openssl: key and IV lengths are set too late|Some ciphers take a changed key or IV length into account only after the key is in place, so truncated values are used.
CVE-2023-5678|2023-11-06|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L|CWE-754|openssl: generating X9.42 DH keys takes long|Overlong parameters from outside are not refused before the costly part begins.
CVE-2023-5981|2023-11-28|AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N|CWE-203|gnutls: timing of RSA-PSK key exchange|Malformed ciphertexts are answered a little faster or slower than good ones, which an observer can use.
CVE-2023-6129|2024-01-09|AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:L/A:H|CWE-787|openssl: POLY1305 spoils vector registers on PowerPC|The routine for PowerPC restores registers in the wrong order and so corrupts the caller.
CVE-2023-6237|2024-04-25|AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-606|openssl: invalid RSA public keys take long to check|A very large modulus that is no product of two primes keeps the check function going.
CVE-2023-6246|2024-01-31|AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H|CWE-122,CWE-787|glibc: heap overflow in syslog|A program name of more than 1024 bytes overruns a buffer in syslog. It leads to root for a local account.
CVE-2023-6779|2024-01-31|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-787|glibc: off by one in syslog|A message of exactly the largest length is written one byte too far.
CVE-2023-6780|2024-01-31|AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N|CWE-131|glibc: length overflow in syslog|The length of a very long message wraps round before the buffer is allocated.
CVE-2023-6879|2023-12-27|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-787|aom: growing frames overrun the heap|Raising the resolution in the middle of an encoding overruns a buffer that was sized before.
CVE-2023-7008|2023-12-23|AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:H/A:N|CWE-300|systemd: resolved accepts unsigned answers|Records of a signed zone are accepted without signature even when validation was asked for.
CVE-2023-7104|2023-12-29|AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:L/A:L|CWE-119|sqlite: heap overflow in the session extension|A damaged change set reads and writes behind a buffer.
CVE-2023-25433|2023-06-29|AV:L/AC:L/PR:N/UI:R/S:U/C:N/I:N/A:H|CWE-120|libtiff: tiffcrop overruns its heap on rotation|Rotating a section of a crafted image uses the wrong buffer size.
CVE-2023-26965|2023-06-14|AV:L/AC:L/PR:N/UI:R/S:U/C:N/I:N/A:H|CWE-416|libtiff: tiffcrop uses freed memory|Loading an image for cropping keeps a pointer to a buffer that was released.
CVE-2023-27103|2023-03-15|AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H|CWE-120|libde265: overflow while reference pictures are built|A crafted H.265 stream overruns the heap in derive_collocated_motion_vectors.
CVE-2023-29383|2023-04-14|AV:L/AC:L/PR:L/UI:N/S:U/C:N/I:L/A:N|CWE-74|shadow: chfn lets control characters through|A crafted full name makes a listing of accounts look different from what it is.
CVE-2023-31437|2023-06-13|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:L/A:N|CWE-354|systemd: sealed journal can be changed in the past|With write access to a sealed log some entries can be altered and verification still succeeds.
CVE-2023-31438|2023-06-13|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:L/A:N|CWE-354|systemd: sealed journal can be cut off|The end of a sealed log may be removed and verification still succeeds.
CVE-2023-31439|2023-06-13|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:L/A:N|CWE-354|systemd: sealed journal verifies after changes|Contents of sealed logs may be altered without the check telling.
CVE-2023-31484|2023-04-29|AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-295|perl: CPAN does not verify certificates|CPAN.pm fetches distributions over HTTPS without a check of the server's certificate.
CVE-2023-31486|2023-04-29|AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-295|perl: HTTP::Tiny trusts every certificate by default|Verification has to be asked for, and most callers do not ask.
CVE-2023-36054|2023-08-07|AV:N/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:H|CWE-824|krb5: kadmind frees an uninitialised pointer|An authenticated principal crashes the administration server with a malformed request.
CVE-2023-38545|2023-10-18|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-787|curl: SOCKS5 host name overruns the heap|A name of more than 255 bytes that the proxy should resolve is copied into a buffer that is too small when the handshake is slow.
CVE-2023-38546|2023-10-18|AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:L/A:N|CWE-73|curl: cookies from a file called none|A duplicated handle may read cookies from a file named none in the working directory.
CVE-2023-42363|2023-11-27|AV:L/AC:L/PR:N/UI:R/S:U/C:N/I:N/A:H|CWE-416|busybox: awk uses freed memory in xasprintf|A crafted awk program makes busybox use memory that was given back.
CVE-2023-42364|2023-11-27|AV:L/AC:L/PR:N/UI:R/S:U/C:N/I:N/A:H|CWE-416|busybox: awk uses freed memory in evaluate|Evaluating a crafted pattern leads to a use of freed memory and a crash.
CVE-2023-42365|2023-11-27|AV:L/AC:L/PR:N/UI:R/S:U/C:N/I:N/A:H|CWE-416|busybox: awk uses freed memory in copyvar|A crafted pattern copies a variable that no longer exists.
CVE-2023-42366|2023-11-27|AV:L/AC:L/PR:N/UI:R/S:U/C:N/I:N/A:H|CWE-787|busybox: awk overruns its heap in next_token|The tokeniser of awk writes behind the end of a buffer.
CVE-2023-44487|2023-10-10|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-400|HTTP/2: streams opened and reset at once (Rapid Reset)|A client that cancels each request straight away makes a server work without ever reaching the limit of open streams. It was used for record floods.
CVE-2023-45853|2023-10-14|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-190|zlib: minizip overflows on a long file name|Names, comments and extra fields beyond 64 KiB overflow a length in zipOpenNewFileInZip4_64.
CVE-2023-46218|2023-12-07|AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:L/A:N||curl: mixed case defeats the public suffix check|A site can set a cookie for a whole suffix such as co.UK by writing it in mixed case.
CVE-2023-46219|2023-12-12|AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N|CWE-311|curl: long file names lose HSTS data|Saving to a name that is too long empties the file that remembers which hosts require HTTPS.
CVE-2023-47038|2023-12-18|AV:L/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H|CWE-122,CWE-787|perl: user-defined property overruns a buffer|Compiling a pattern with an illegal Unicode property writes one byte of choice behind the heap buffer.
CVE-2023-48795|2023-12-18|AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:H/A:N|CWE-354|SSH: messages dropped from the handshake (Terrapin)|Somebody in the middle can remove messages at the start of the secure channel and so switch off extensions.
CVE-2023-50387|2024-02-14|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-770|DNSSEC: many keys and signatures stall validators (KeyTrap)|A zone with a large number of DNSKEY and RRSIG records makes a resolver try all pairs.
CVE-2023-50868|2024-02-14|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-400|DNSSEC: NSEC3 proofs cost too much|Proofs of non-existence ask a resolver for thousands of hash rounds.
CVE-2023-52356|2024-01-25|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-122|libtiff: TIFFReadRGBATileExt crashes|A crafted tile overruns the heap in a function that many viewers call.
CVE-2023-52425|2024-02-04|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-400|expat: large tokens are parsed again and again|A big token that arrives in small pieces is scanned from its start for each of them.
CVE-2024-0553|2024-01-16|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N|CWE-203|gnutls: timing leak remains in RSA-PSK|The earlier correction was not complete: answers still take measurably different time.
CVE-2024-0567|2024-01-16|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-347|gnutls: cyclic cross signatures stop the verifier|A chain in which authorities sign each other in a circle ends in an assertion.
CVE-2024-0727|2024-01-26|AV:L/AC:L/PR:N/UI:R/S:U/C:N/I:N/A:H|CWE-476|openssl: PKCS12 file with empty fields crashes|Fields that may be absent in a PKCS12 file are read without a check.
CVE-2024-1580|2024-02-19|AV:N/AC:H/PR:N/UI:R/S:U/C:N/I:L/A:L|CWE-190|dav1d: frame size overflows an integer|Very large frames wrap a product that is used as a size.
CVE-2024-2398|2024-03-27|AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:L/A:H|CWE-772|curl: memory lost when HTTP/2 push is refused|Headers of a pushed response beyond the allowed number are never freed.
CVE-2024-4603|2024-05-16|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L|CWE-834|openssl: DSA checks take long|Large parameters are examined in full before they are refused.
CVE-2024-4741|2024-11-13|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-416|openssl: SSL_free_buffers too early|The buffer of a connection can be freed while a record is only half processed.
CVE-2024-5171|2024-06-05|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-20,CWE-190|aom: integer overflow in img_alloc_helper|Dimensions of an image overflow before memory is allocated.
CVE-2024-5535|2024-06-27|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N|CWE-200|openssl: SSL_select_next_proto reads too far|An empty list of protocols makes the function return memory that follows it.
CVE-2024-6119|2024-09-03|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-843|openssl: type confusion while names are compared|Comparing an expected name with an otherName of a certificate reads an invalid address.
CVE-2024-6197|2024-07-24|AV:N/AC:L/PR:N/UI:R/S:U/C:N/I:N/A:H||curl: ASN.1 parser frees a stack buffer|An invalid UTF8String in a certificate ends in a call of free for memory on the stack.
CVE-2024-7006|2024-08-12|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-476|libtiff: null pointer after a failed allocation|Reading directory fields goes on although memory was not available.
CVE-2024-7264|2024-07-31|AV:N/AC:L/PR:N/UI:R/S:U/C:N/I:N/A:H|CWE-125|curl: ASN.1 date reads past its end|A malformed generalised time makes libcurl measure a string that is not terminated.
CVE-2024-10041|2024-10-23|AV:L/AC:H/PR:L/UI:N/S:U/C:H/I:N/A:N|CWE-922|pam: password hashes may be inferred|An attacker on the same machine can train the processor so that parts of the shadow file are read into the cache.
CVE-2024-12133|2025-02-10|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L|CWE-407|libtasn1: many elements take quadratic time|A certificate with a very large number of names keeps the decoder busy.
CVE-2024-12243|2025-02-10|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L|CWE-407|gnutls: certificates with many names are slow|The decoder below does quadratic work for each name constraint.
CVE-2024-25062|2024-02-04|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-416|libxml2: reader uses a freed node|Validation and XInclude together make the reader touch a node that is gone.
CVE-2024-26462|2024-02-29|AV:L/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:H|CWE-401|krb5: memory lost in the KDC|A request that fails at a late point leaks memory in ndr.c.
CVE-2024-28182|2024-04-04|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L|CWE-770|nghttp2: unlimited CONTINUATION frames|Header fragments are decoded without limit even after the stream was refused.
CVE-2024-28757|2024-03-10|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-776|expat: entity expansion in external parsers|Parsers made for external entities do not count the expansion towards the limit.
CVE-2024-28834|2024-03-21|AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:N/A:N|CWE-327|gnutls: nonce of deterministic ECDSA leaks (Minerva)|The size of the nonce can be seen in the time that a signature takes.
CVE-2024-28835|2024-03-21|AV:L/AC:L/PR:L/UI:R/S:U/C:N/I:N/A:H|CWE-248|gnutls: certtool crashes on long chains|Verifying a bundle of more than 16 certificates ends the program.
CVE-2024-33599|2024-05-06|AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-121|glibc: nscd overruns its stack with netgroups|Once the cache is full a request for a netgroup writes behind a buffer on the stack.
CVE-2024-37370|2024-06-28|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N||krb5: length of a wrapped token can be changed|The extra count of a confidential token is not protected, so an application may see a truncated message.
CVE-2024-37371|2024-06-28|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:H||krb5: invalid lengths in message tokens|Tokens with lengths that cannot be right make the library read outside of its buffer.
CVE-2024-38428|2024-06-16|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N|CWE-436|wget: semicolons move the host of a URL|The part before an at sign is read in a way that lets the path decide which host is asked.
CVE-2024-45490|2024-08-30|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-611|expat: negative length is accepted|XML_ParseBuffer does not refuse a negative length.
CVE-2024-45491|2024-08-30|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-190|expat: integer overflow in dtdCopy|On 32 bit platforms the number of default attributes can overflow.
CVE-2024-45492|2024-08-30|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-190|expat: integer overflow in nextScaffoldPart|On 32 bit platforms the size of a group can overflow.
CVE-2024-50602|2024-10-27|AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-754|expat: resuming a parser that never started|XML_StopParser can stop or suspend a parser that is not running, which ends in a crash.
CVE-2024-55549|2025-03-14|AV:L/AC:H/PR:N/UI:N/S:C/C:N/I:H/A:H|CWE-416|libxslt: freed result prefix is used|Excluding result prefixes leaves a pointer to a namespace that was freed.
CVE-2024-56171|2025-02-18|AV:L/AC:H/PR:N/UI:N/S:C/C:H/I:H/A:N|CWE-416|libxml2: identity constraints use freed memory|A crafted schema or document makes the validator touch tables that are gone.
CVE-2025-4598|2025-05-30|AV:L/AC:H/PR:L/UI:N/S:U/C:H/I:N/A:N|CWE-364|systemd: coredump of a setuid program can be read|A process id that is reused at the right moment makes the collector hand the memory of a privileged program to its caller.
CVE-2025-4802|2025-05-16|AV:L/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H|CWE-426|glibc: static setuid programs honour LD_LIBRARY_PATH|Statically linked programs that call dlopen search the path that their caller chose.
CVE-2025-5222|2025-05-27|AV:L/AC:H/PR:N/UI:R/S:U/C:H/I:H/A:H|CWE-120|icu: genrb overruns a buffer on the stack|Compiling a resource bundle with a very long name of a subtag writes too far.
CVE-2025-6020|2025-06-17|AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H|CWE-22|pam: pam_namespace follows paths of the user|Links and races in polyinstantiated folders lead a local account to root.
CVE-2025-6965|2025-07-15|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-197|sqlite: more aggregate terms than columns|A query with a great many aggregates corrupts memory.
CVE-2025-9230|2025-09-30|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-125,CWE-787|openssl: unwrapping a password-encrypted CMS key|A crafted key of a CMS message is read and written outside of its buffer.
CVE-2025-24855|2025-03-14|AV:L/AC:H/PR:N/UI:N/S:C/C:N/I:H/A:H|CWE-416|libxslt: XPath context is not restored|Nested evaluations leave a context node behind that is used after it was freed.
CVE-2025-24928|2025-02-18|AV:L/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N|CWE-121|libxml2: error message overruns the stack|Listing the elements that a type allows can write behind the buffer of the message.
CVE-2025-26519|2025-02-14|AV:L/AC:H/PR:N/UI:N/S:C/C:H/I:H/A:L|CWE-787|musl: iconv of EUC-KR to UTF-8 writes too far|Invalid input in EUC-KR is turned into output that does not fit.
CVE-2025-27363|2025-03-11|AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-787|freetype: variable fonts overrun the heap|A signed number becomes a huge unsigned one while the subglyphs of a TrueType GX font are read. It has been seen in attacks.
CVE-2025-32988|2025-07-10|AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:L/A:H|CWE-415|gnutls: otherName is freed twice|Exporting a subject alternative name with an invalid type identifier frees the same memory again.
CVE-2025-48384|2025-07-08|AV:N/AC:H/PR:L/UI:R/S:C/C:H/I:H/A:H|CWE-59,CWE-436|git: carriage return in a submodule path|The path is written with a trailing carriage return and read without it, so that a hook of the repository may run after a clone. It has been exploited.
CVE-2025-65018|2025-11-25|AV:L/AC:L/PR:N/UI:R/S:U/C:N/I:H/A:H|CWE-122,CWE-787|libpng: interlaced 16 bit images overrun the heap|Reading such an image into 8 bit output through the simplified interface writes too far.
CVE-2018-12886|2019-05-22|3.0/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-209|gcc: stack guard is spilled in reach of an overflow|Under pressure the compiler keeps the address of the guard on the stack, where an overflow can replace it.
CVE-2019-3843|2019-04-26|AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H|CWE-269|systemd: DynamicUser services leave setuid files|A service with a short-lived account can create a setuid program that outlives it.
CVE-2019-3844|2019-04-26|AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H|CWE-268|systemd: DynamicUser services gain a group|A program of such a service may get a group that somebody else has later.
CVE-2019-12290|2019-10-22|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N|CWE-20|libidn2: domain names are not compared after conversion|Names that must not be the same are converted to one.
CVE-2019-13627|2019-09-25|AV:L/AC:H/PR:N/UI:R/S:U/C:H/I:H/A:N|CWE-362|libgcrypt: timing of ECDSA|The time that a signature takes tells of its nonce.
CVE-2019-15847|2019-09-02|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N|CWE-331|gcc: repeated random numbers on POWER9|Several calls of the hardware generator are merged into one.
CVE-2019-25013|2021-01-04|AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-125|glibc: iconv of EUC-KR reads too far|Invalid input in EUC-KR is read behind the end of a buffer.
CVE-2020-1751|2020-04-17|AV:L/AC:H/PR:L/UI:N/S:U/C:H/I:H/A:H|CWE-787|glibc: signal trampoline on PowerPC|Unwinding through a handler writes behind an array.
CVE-2020-1752|2020-04-30|AV:L/AC:H/PR:N/UI:R/S:U/C:H/I:H/A:H|CWE-416|glibc: glob uses freed memory for a tilde|Expanding the home folder of a user touches memory that was given back.
CVE-2020-10029|2020-03-04|AV:L/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:H|CWE-119|glibc: odd long doubles overrun the stack|Trigonometric functions copy a number of an unusual form to a buffer that is too small.
CVE-2020-14155|2020-06-15|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L|CWE-190|pcre: number of a callout overflows|A large number after (?C wraps round.
CVE-2020-24659|2020-09-04|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-787,CWE-476|gnutls: alert at the wrong moment crashes a client|A server that asks for renegotiation unexpectedly ends the client.
CVE-2021-3326|2021-01-27|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-617|glibc: iconv of ISO-2022-JP-3 aborts|Invalid input fails an assertion and ends the program.
CVE-2021-3449|2021-03-25|AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-476|openssl: renegotiation without algorithms crashes a server|A client that leaves out its signature algorithms the second time stops the server.
CVE-2021-3711|2021-08-24|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-120|openssl: SM2 decryption overruns its buffer|The size that is computed first can be smaller than what is written.
CVE-2021-20231|2021-03-12|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-416|gnutls: key share extension uses freed memory|A client that sends a large key share may touch memory that was moved.
`;
