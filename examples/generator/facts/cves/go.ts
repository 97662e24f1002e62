/**
 * Vulnerabilities of Go modules, one a line:
 * id, published, CVSS 3 vector, weaknesses, title, text.
 */
export const goVulnerabilities = `
CVE-2023-3978|2023-08-02|AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N|CWE-79|golang.org/x/net/html: text nodes outside of HTML|Text in another namespace is written without escaping.
CVE-2023-25809|2023-03-29|AV:L/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:L|CWE-281|runc: rootless containers can write cgroups|In certain setups /sys/fs/cgroup of the user on the host is writable.
CVE-2023-27561|2023-03-03|AV:L/AC:H/PR:L/UI:N/S:U/C:H/I:H/A:H|CWE-706|runc: /proc can be mounted over|Two containers that share a volume can defeat the protection of /proc.
CVE-2023-28642|2023-03-29|AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H|CWE-59,CWE-281|runc: AppArmor is bypassed through a link|A /proc that is a link inside the container leaves its profile without effect.
CVE-2023-39325|2023-10-11|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-770|net/http: reset streams keep handlers busy|A client that resets its requests at once starts more handlers than the limit of streams allows.
CVE-2023-39326|2023-12-06|AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N||net/http: chunk extensions are read without limit|A sender can make a reader of a body receive far more bytes than the body has.
CVE-2023-44487|2023-10-10|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-400|HTTP/2: streams opened and reset at once (Rapid Reset)|A client that cancels each request straight away makes a server work without ever reaching the limit of open streams. It was used for record floods.
CVE-2023-45142|2023-10-12|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-770|otelhttp: labels without limit|Methods and user agents from outside become metric labels that are never forgotten.
CVE-2023-45288|2024-04-04|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L||net/http: CONTINUATION frames without end|Headers beyond the limit are still parsed, which costs the server much and the sender little.
CVE-2023-45289|2024-03-05|AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:N/A:N||net/http: sensitive headers follow a redirect|A redirect to a domain that is no subdomain may take Authorization or Cookie along.
CVE-2023-45290|2024-03-05|AV:N/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:H|CWE-770|net/textproto: form lines without limit|Parsing a multipart form holds lines of any length in memory.
CVE-2023-47108|2023-11-10|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-770|otelgrpc: labels without limit|Addresses and ports of peers become metric labels that are never forgotten.
CVE-2023-48795|2023-12-18|AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:H/A:N|CWE-354|SSH: messages dropped from the handshake (Terrapin)|Somebody in the middle can remove messages at the start of the secure channel and so switch off extensions.
CVE-2024-6104|2024-06-24|AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N|CWE-532|go-retryablehttp: credentials in the log|Addresses with basic authentication are written to the log in full.
CVE-2024-21626|2024-01-31|AV:L/AC:L/PR:N/UI:R/S:C/C:H/I:H/A:H|CWE-403,CWE-668|runc: file descriptor leads to the host (Leaky Vessels)|A working directory of /proc/self/fd gives a new container the file system of the host.
CVE-2024-24783|2024-03-05|AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-476|crypto/x509: unknown key algorithm panics|Verifying a chain with such a certificate ends a server that asks clients for one.
CVE-2024-24786|2024-03-05|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-835|protojson: endless loop on invalid JSON|Unmarshalling into an Any, or with unknown fields discarded, may never end.
CVE-2024-24789|2024-06-05|AV:L/AC:L/PR:N/UI:R/S:U/C:N/I:H/A:N||archive/zip: files are read differently|Invalid archives are handled in another way than most tools do, so content may differ.
CVE-2024-24790|2024-06-05|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H||net/netip: mapped addresses are misjudged|IsLoopback, IsPrivate and their kin answer false for IPv4 addresses in IPv6 form.
CVE-2024-24791|2024-07-02|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H||net/http: Expect 100-continue spoils a connection|An answer other than a success leaves the connection in a state in which the next request fails.
CVE-2024-28180|2024-03-09|AV:N/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:L|CWE-409|go-jose: compressed data grows|A small encrypted token expands to a very large one.
CVE-2024-29902|2024-04-10|AV:N/AC:H/PR:H/UI:R/S:U/C:N/I:N/A:H|CWE-770|cosign: large attachments stop the machine|An attachment of any size is read into memory.
CVE-2024-29903|2024-04-10|AV:N/AC:H/PR:H/UI:R/S:U/C:N/I:N/A:H|CWE-770|cosign: many signatures stop the machine|The number of layers in a manifest is not limited.
CVE-2024-34155|2024-09-06|AV:N/AC:L/PR:N/UI:R/S:U/C:N/I:N/A:L||go/parser: nested literals exhaust the stack|Parsing source with deeply nested literals panics.
CVE-2024-34156|2024-09-06|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H||encoding/gob: nested structures exhaust the stack|Decoding a message with deep nesting panics.
CVE-2024-34158|2024-09-06|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H||go/build/constraint: nested expressions|Parsing a deeply nested build tag panics.
CVE-2024-41110|2024-07-24|AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H|CWE-187,CWE-444,CWE-863|moby: empty body skips the authorisation plugin|A request with Content-Length 0 is forwarded to the plugin without its body, and the plugin may allow what it should refuse.
CVE-2024-45337|2024-12-12|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N||golang.org/x/crypto/ssh: wrong key for a decision|A server that decides by the last key its callback saw can be misled by a client that offers several.
CVE-2024-45338|2024-12-18||CWE-1333|golang.org/x/net/html: parsing is not linear|Crafted input takes far longer than its length suggests.
CVE-2024-51744|2024-11-04|AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N|CWE-347,CWE-755|golang-jwt: several errors at once|ParseWithClaims returns an expired error and an invalid signature together, and callers tend to look at the first.
CVE-2025-0913|2025-06-11|AV:L/AC:L/PR:L/UI:N/S:U/C:N/I:H/A:N|CWE-59|os: dangling links are created on Windows|O_CREATE with O_EXCL behaves differently on Windows when the target is a link.
CVE-2025-4673|2025-06-11|AV:N/AC:H/PR:N/UI:N/S:C/C:H/I:N/A:N|CWE-201|net/http: proxy headers follow a redirect|Proxy-Authorization and Proxy-Authenticate are kept across origins.
CVE-2025-22868|2025-02-26|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-1286|golang.org/x/oauth2/jws: malformed token uses memory|Parsing a token of many dots allocates out of proportion.
CVE-2025-22869|2025-02-26|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-770|golang.org/x/crypto/ssh: slow key exchange|Clients that never finish the exchange make a server hold pending data in memory.
CVE-2025-22870|2025-03-12|||golang.org/x/net: proxy exceptions and zone ids|An IPv6 zone id can make an address match a host in NO_PROXY.
CVE-2025-22871|2025-04-08|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N|CWE-444|net/http: a bare line feed ends a chunk|Together with a proxy that reads chunk extensions otherwise, a second request can be hidden.
CVE-2025-22872|2025-04-16||CWE-79|golang.org/x/net/html: unquoted values that end in a slash|The tokeniser takes such a tag for self-closing and so misplaces what follows.
CVE-2025-30204|2025-03-21|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-405|golang-jwt: header parsing allocates too much|A token of many dots is split into a slice of great length.
CVE-2025-47906|2025-09-18|AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:L/A:N|CWE-115|os/exec: LookPath returns odd names|If PATH holds executables, a lookup of an empty name or of dots can return them.
CVE-2025-47907|2025-08-07|AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:L/A:L|CWE-362|database/sql: rows of another query|Cancelling a query while its rows are scanned may deliver the result of a parallel one.
GHSA-m425-mq94-257g|2023-10-25|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-400|grpc-go: HTTP/2 reset streams|A server starts more handlers than the limit of streams allows.
`;
