/**
 * Vulnerabilities of npm packages, one a line:
 * id, published, CVSS vector, weaknesses, title, text.
 */
export const nodeVulnerabilities = `
CVE-2019-10744|2019-07-26|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H|CWE-1321|lodash: defaultsDeep changes Object.prototype|A constructor payload adds properties to every object of the process.
CVE-2020-8203|2020-07-15|AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:H/A:H|CWE-1321,CWE-770|lodash: zipObjectDeep reaches the prototype|Paths from outside can set properties that all objects inherit.
CVE-2020-28481|2021-01-19|AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:N/A:N|CWE-346|socket.io: every origin is allowed by default|Without a setting of its own the server accepts cross-origin requests from anywhere.
CVE-2020-28500|2021-02-15|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L||lodash: trimming long blanks is slow|toNumber, trim and trimEnd need quadratic time for a run of blanks.
CVE-2020-28502|2021-03-05|AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-94|xmlhttprequest-ssl: synchronous requests run code|Input to a synchronous request ends up in a script that is executed.
CVE-2020-36048|2021-01-08|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-400|engine.io: large polling requests|A POST of the polling transport may be as large as its sender likes.
CVE-2020-36049|2021-01-08|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-770|socket.io-parser: large packets are joined too often|Concatenating a big packet takes memory many times its size.
CVE-2021-3807|2021-09-17|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-1333|ansi-regex: slow match of escape codes|A crafted string of terminal codes takes exponential time.
CVE-2021-3918|2021-11-13|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-1321|json-schema: schemas change Object.prototype|A schema with a crafted property name alters the prototype of all objects.
CVE-2021-23337|2021-02-15|AV:N/AC:L/PR:H/UI:N/S:U/C:H/I:H/A:H|CWE-94|lodash: template runs what the variable option says|The name given as variable is pasted into the compiled function.
CVE-2021-31597|2021-04-23|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:L|CWE-295|xmlhttprequest-ssl: certificates are not checked|An undefined rejectUnauthorized option is taken for false.
CVE-2021-43138|2022-04-06|AV:L/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H|CWE-1321|async: mapValues reaches the prototype|An object with a crafted key alters what all objects inherit.
CVE-2021-44906|2022-03-17|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-1321|minimist: arguments change the prototype|setKey follows constructor.prototype in an argument.
CVE-2022-2421|2022-10-26|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-89|socket.io-parser: attachments become any object|The number of an attachment is not checked, so a query object can be slipped into the application.
CVE-2022-3517|2022-10-17|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-1333,CWE-400|minimatch: brace expansion is slow|A crafted pattern keeps braceExpand busy.
CVE-2022-23539|2022-12-23|AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:N|CWE-327|jsonwebtoken: key types that do not fit are accepted|A token may be verified with a key of another type than its algorithm asks for.
CVE-2022-23540|2022-12-22|AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:H/A:L|CWE-347,CWE-287|jsonwebtoken: unsigned tokens pass without algorithms|Without a list of algorithms and with an empty key the none algorithm is accepted.
CVE-2022-23541|2022-12-22|AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:L/A:L|CWE-1259,CWE-287|jsonwebtoken: public key used as an HMAC secret|A key function that returns either kind of key lets a forged token pass.
CVE-2022-24785|2022-04-04|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N|CWE-22,CWE-27|moment: locale name leads out of its folder|On a server the name of a locale from outside is used as a path.
CVE-2022-24999|2022-11-26|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-1321|qs: a query string hangs the process|A __proto__ key that names an array of huge length keeps the parser busy.
CVE-2022-25883|2023-06-21|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-1333|semver: range with many blanks is slow|new Range takes quadratic time for untrusted input.
CVE-2022-31129|2022-07-06|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-1333,CWE-400|moment: parsing RFC 2822 dates is slow|A long string of brackets takes quadratic time.
CVE-2022-38900|2022-11-28|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-20|decode-uri-component: malformed input crashes|Certain percent sequences throw from within the decoder.
CVE-2022-41940|2022-11-22|AV:N/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:H|CWE-248|engine.io: uncaught exception stops the server|A crafted request ends the process of every server that uses it.
CVE-2022-46175|2022-12-24|AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H|CWE-1321|json5: parse sets the prototype of its result|A key named __proto__ is taken over into the object.
CVE-2023-22578|2023-02-16|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-790|sequelize: parentheses in attributes are SQL|An attribute name with parentheses reaches the statement without quotes.
CVE-2023-22579|2023-02-16|AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H|CWE-843|sequelize: a where clause of another type is ignored|A value that is no plain object makes the filter disappear.
CVE-2023-25813|2023-02-22|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-89|sequelize: replacements together with where|Text of a where option is searched for replacements, which lets SQL in.
CVE-2023-26115|2023-06-22|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-1333|word-wrap: result is trimmed slowly|A pattern that trims the end takes quadratic time.
CVE-2023-26136|2023-07-01|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-1321|tough-cookie: cookie jar changes the prototype|With rejectPublicSuffixes off a cookie for __proto__ alters all objects.
CVE-2023-26159|2024-01-02|AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N|CWE-20,CWE-601|follow-redirects: host of a redirect is misread|When the URL parser throws an older one takes over and sees another host.
CVE-2023-32695|2023-05-27|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-754,CWE-20|socket.io-parser: a packet stops the process|A specially made packet throws where nobody catches.
CVE-2023-44270|2023-09-29|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:L/A:N|CWE-74,CWE-144|postcss: carriage returns hide a rule|A comment that a linter sees as one may be parsed as a rule.
CVE-2023-45133|2023-10-12|AV:L/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H|CWE-184,CWE-697|babel: compiling crafted code executes it|Plugins that evaluate expressions while they compile can be made to run code on the build machine.
CVE-2023-46233|2023-10-25|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N|CWE-327,CWE-328,CWE-916|crypto-js: PBKDF2 with one round of SHA-1|The defaults are a thousand times weaker than in 1993.
CVE-2024-4067|2024-05-14|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L|CWE-1333|micromatch: braces are matched slowly|A greedy pattern backtracks over long input.
CVE-2024-4068|2024-05-14|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-1050,CWE-400|braces: unbalanced braces use up the heap|Input with many opening braces makes the parser allocate until it fails.
CVE-2024-21538|2024-11-08|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-1333|cross-spawn: escaping an argument is slow|A long argument of backslashes takes exponential time.
CVE-2024-28849|2024-03-14|AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N|CWE-200|follow-redirects: proxy credentials follow to another host|Proxy-Authorization is kept when a redirect leads elsewhere.
CVE-2024-29041|2024-03-25|AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N|CWE-1286,CWE-601|express: redirects can be led elsewhere|Malformed addresses are encoded after they were checked.
CVE-2024-34351|2024-05-14|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N|CWE-918|next: server actions fetch from the Host header|A redirect in a server action can make the server request an address of the caller's choice.
CVE-2024-37890|2024-06-17|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-476|ws: too many headers stop the server|A handshake with more headers than the limit ends the process.
CVE-2024-38355|2024-06-19|AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:L/A:L|CWE-20,CWE-754|socket.io: a packet stops the process|A crafted packet raises an error event that nobody handles.
CVE-2024-39338|2024-08-12|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N|CWE-918|axios: path-relative URLs leave the base|A path that begins with two slashes is read as a host.
CVE-2024-43796|2024-09-10|AV:N/AC:H/PR:N/UI:R/S:C/C:L/I:L/A:N|CWE-79|express: redirect body is not sanitised|Untrusted input to response.redirect can reach the page that is shown.
CVE-2024-43799|2024-09-10|AV:N/AC:H/PR:N/UI:R/S:C/C:L/I:L/A:N|CWE-79|send: redirect page is not sanitised|Untrusted input to SendStream.redirect can reach the page that is shown.
CVE-2024-43800|2024-09-10|AV:N/AC:H/PR:N/UI:R/S:C/C:L/I:L/A:N|CWE-79|serve-static: redirect page is not sanitised|Untrusted input can reach the page that a redirect shows.
CVE-2024-45296|2024-09-09|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-1333|path-to-regexp: two parameters in one segment|The generated pattern backtracks, so a long path blocks the event loop.
CVE-2024-45590|2024-09-10|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-405|body-parser: URL encoding can be amplified|With extended encoding a small payload keeps the server busy.
CVE-2024-47764|2024-10-04|AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:L/A:N|CWE-74|cookie: names, paths and domains are not checked|Characters that are not allowed can set other fields of a cookie.
CVE-2024-47831|2024-10-14|AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-674|next: image optimisation uses up the processor|Requests for images can keep the optimiser busy.
CVE-2024-51479|2024-12-17|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N|CWE-285,CWE-863|next: authorisation by path name is skipped|Pages directly below the root may be reached although the middleware protects their path.
CVE-2024-52798|2024-12-05|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-1333|path-to-regexp: 0.1.x still backtracks|The first correction left patterns that take exponential time.
CVE-2024-55565|2024-12-09|AV:N/AC:L/PR:N/UI:R/S:U/C:N/I:L/A:N|CWE-835|nanoid: fractional size gives predictable ids|A size that is no whole number weakens what follows.
CVE-2024-56332|2025-01-03|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L|CWE-770|next: server actions stay open|A request can be kept hanging until the host ends it.
CVE-2025-5889|2025-06-09|AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L|CWE-400,CWE-1333|brace-expansion: expanding is slow|A pattern in expand takes quadratic time.
CVE-2025-7783|2025-07-18|4.0/AV:N/AC:H/AT:N/PR:N/UI:N/VC:H/VI:H/VA:N/SC:H/SI:H/SA:N=9.4|CWE-330|form-data: boundary can be predicted|The boundary comes from Math.random, so a person who sees other values of it can forge fields.
CVE-2025-27152|2025-03-07|4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N/E:P=7.7|CWE-918|axios: absolute URLs ignore the base URL|Credentials meant for the base may be sent to another host.
CVE-2025-29927|2025-03-21|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N|CWE-285,CWE-863|next: a header skips the middleware|A request with x-middleware-subrequest is not authorised by the middleware at all.
CVE-2025-58754|2025-09-12|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-770|axios: data URLs ignore the size limit|A data URL is decoded into memory whatever maxContentLength says.
GHSA-36jr-mh4h-2g58|2022-09-29|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-400|d3-color: parsing a colour is slow|Patterns for rgb and hsl backtrack over crafted input.
`;
