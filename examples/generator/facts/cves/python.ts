/**
 * Vulnerabilities of Python packages, one a line:
 * id, published, CVSS 3 vector, weaknesses, title, text.
 */
export const pythonVulnerabilities = `
CVE-2022-40897|2022-12-23|AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-1333|setuptools: reading a package index is slow|HTML of a crafted package page takes exponential time in package_index.
CVE-2023-4863|2023-09-12|AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H|CWE-787|libwebp: Huffman tables overflow the heap|A lossless WebP image with malformed code lengths writes outside of its tables. It has been exploited through browsers and chat programs.
CVE-2023-5752|2023-10-25|AV:L/AC:L/PR:L/UI:N/S:U/C:N/I:H/A:N|CWE-77|pip: Mercurial revision carries options|A revision that begins with two dashes is handed to hg as an option.
CVE-2023-28370|2023-05-25|AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N|CWE-601|tornado: static files redirect elsewhere|A path with two slashes at its start leads to another site.
CVE-2023-30608|2023-04-18|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-1333|sqlparse: comments are matched slowly|A pattern for comments backtracks over long input.
CVE-2023-30861|2023-05-02|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N|CWE-488,CWE-539|flask: session cookie served to somebody else|A caching proxy may keep an answer with a refreshed session, because the Vary header is missing.
CVE-2023-32681|2023-05-26|AV:N/AC:H/PR:N/UI:R/S:C/C:H/I:N/A:N|CWE-200|requests: Proxy-Authorization reaches the destination|A redirect to HTTPS passes the proxy's credentials on to the server behind it.
CVE-2023-37920|2023-07-25|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-345|certifi: e-Tugra is no longer trustworthy|The bundle still holds root certificates of an authority that was removed everywhere else.
CVE-2023-43804|2023-10-04|AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:N|CWE-200|urllib3: cookies follow a redirect to another host|A Cookie header that the caller set is not removed.
CVE-2023-44271|2023-11-03|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-770|pillow: long text uses up memory|Drawing a text of any length allocates without limit.
CVE-2023-45803|2023-10-17|AV:A/AC:H/PR:H/UI:N/S:U/C:H/I:N/A:N|CWE-200|urllib3: body kept after a redirect to GET|A 303 answer changes the method but the body goes along.
CVE-2023-46136|2023-10-25|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-400,CWE-787,CWE-407|werkzeug: multipart upload is parsed slowly|A large part that begins with a line break makes the parser search again and again.
CVE-2023-49081|2023-11-30|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:L/A:N|CWE-20|aiohttp: version of a request is not checked|A caller who controls the version can add headers or a second request.
CVE-2023-49082|2023-11-29|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:L/A:N|CWE-20|aiohttp: method of a request is not checked|A caller who controls the method can change the request.
CVE-2023-49083|2023-11-29|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-476|cryptography: PKCS7 certificates crash|Loading certificates from a crafted PKCS7 blob ends the interpreter.
CVE-2023-50447|2024-01-19|AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-94,CWE-95|pillow: ImageMath evaluates expressions|The environment parameter of eval lets a caller run code.
CVE-2023-50782|2024-02-05|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N|CWE-203,CWE-208|cryptography: RSA decryption can be timed|PKCS1 v1.5 decryption tells valid from invalid padding through its time.
CVE-2024-1135|2024-04-16|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N|CWE-444|gunicorn: Transfer-Encoding is not checked|Conflicting headers let a second request hide in the first.
CVE-2024-3651|2024-07-07|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-400|idna: encoding crafted names is slow|encode takes quadratic time for certain long input.
CVE-2024-4340|2024-04-30|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-674|sqlparse: nested lists end in an error|A deeply nested list raises a recursion error that nobody expects.
CVE-2024-6345|2024-07-15|3.0/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H|CWE-94|setuptools: download functions run commands|A URL of a package, for instance from an index page, can carry shell syntax.
CVE-2024-6827|2025-03-20|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N|CWE-444|gunicorn: TE.CL request smuggling|An unknown Transfer-Encoding falls back to Content-Length against the standard.
CVE-2024-22195|2024-01-11|AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N|CWE-79|jinja2: keys of xmlattr may hold blanks|Attributes from outside can add further attributes to an element.
CVE-2024-23334|2024-01-29|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N|CWE-22|aiohttp: static route leaves its folder|With follow_symlinks any file of the machine can be fetched.
CVE-2024-23829|2024-01-29|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:L/A:L|CWE-444|aiohttp: HTTP parser is too lenient|Characters that are not allowed in header names may hide a second request.
CVE-2024-26130|2024-02-21|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-476|cryptography: PKCS12 with a key that does not fit|Serialising with a mismatched certificate and key crashes the interpreter.
CVE-2024-28219|2024-04-03|AV:L/AC:H/PR:L/UI:R/S:U/C:H/I:H/A:H|CWE-120,CWE-680|pillow: buffer overflow in _imagingcms|Names of colour profiles are copied with a function that knows no limit.
CVE-2024-34064|2024-05-06|AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N|CWE-79|jinja2: keys of xmlattr may hold other separators|Characters besides blanks also end an attribute name.
CVE-2024-34069|2024-05-06|AV:N/AC:H/PR:N/UI:R/S:U/C:H/I:H/A:H|CWE-352|werkzeug: debugger runs code for another site|A page that a developer visits can talk to the debugger on the developer's machine.
CVE-2024-35195|2024-05-20|AV:L/AC:H/PR:H/UI:R/S:U/C:H/I:H/A:N|CWE-670|requests: verify=False sticks to the session|After one unverified request to a host later ones are not verified either.
CVE-2024-37891|2024-06-17|AV:N/AC:H/PR:H/UI:N/S:U/C:H/I:N/A:N|CWE-669|urllib3: Proxy-Authorization follows a redirect|The header is not removed when a redirect leads to another origin.
CVE-2024-39689|2024-07-05|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N|CWE-345|certifi: GLOBALTRUST is no longer trustworthy|The bundle still holds root certificates of an authority with compliance problems.
CVE-2024-49767|2024-10-25|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-400,CWE-770|werkzeug: form data exceeds its limit|Multipart input can take three to eight times its size in memory.
CVE-2024-52804|2024-11-22|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-400,CWE-770|tornado: cookies are parsed slowly|A crafted Cookie header takes quadratic time and blocks the event loop.
CVE-2024-56201|2024-12-23||CWE-150|jinja2: file name of a template becomes code|Whoever controls both name and content of a template can run Python.
CVE-2024-56326|2024-12-23|AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H|CWE-1336|jinja2: sandbox misses an indirect format|A stored reference to the format method of a string escapes the sandbox.
CVE-2025-27516|2025-03-05||CWE-1336|jinja2: sandbox misses the attr filter|The filter fetches a method that the sandbox would not hand out.
CVE-2025-47273|2025-05-17|AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H|CWE-22|setuptools: PackageIndex writes outside of its folder|The name of a download is taken from the URL and may lead anywhere.
CVE-2025-47287|2025-05-15|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-770|tornado: multipart errors flood the log|Each malformed part writes a warning synchronously, which stalls the server.
CVE-2025-50181|2025-06-19|AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:N/A:N|CWE-601|urllib3: switching off redirects has no effect|A retries setting on the pool manager is ignored.
`;
