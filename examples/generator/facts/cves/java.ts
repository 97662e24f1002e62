/**
 * Vulnerabilities of Java libraries, one a line:
 * id, published, CVSS 3 vector, weaknesses, title, text.
 */
export const javaVulnerabilities = `
CVE-2015-7501|2017-11-09|3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-502|commons-collections: deserialising runs commands|A chain of transformers turns an untrusted serialised object into a call of any method.
CVE-2016-1000027|2020-01-02|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-502|spring-web: HttpInvoker deserialises what it is sent|A service that exports beans through HttpInvokerServiceExporter runs code of whoever may call it.
CVE-2017-5638|2017-03-11|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-20,CWE-755|struts2: Content-Type header is evaluated|The Jakarta multipart parser evaluates an OGNL expression from the header while it builds an error message.
CVE-2020-8908|2020-12-10|AV:L/AC:L/PR:L/UI:N/S:U/C:L/I:N/A:N|CWE-378,CWE-732|guava: temporary folder is readable by others|createTempDir leaves its folder open to every local account.
CVE-2020-36518|2022-03-11|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-787|jackson-databind: deep nesting exhausts the stack|A document with thousands of nested objects ends in a stack overflow.
CVE-2021-44228|2021-12-10|AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H|CWE-20,CWE-400,CWE-502,CWE-917|log4j-core: lookups in log messages load remote code (Log4Shell)|Text that reaches a log statement may hold a JNDI lookup. Log4j follows it to a server of the attacker's choice and runs what it gets back.
CVE-2021-44832|2021-12-28|AV:N/AC:H/PR:H/UI:N/S:U/C:H/I:H/A:H|CWE-20,CWE-74|log4j-core: JDBC appender with a JNDI data source|Whoever may change the logging configuration can point the appender at a JNDI address and so run code.
CVE-2021-45046|2021-12-14|AV:N/AC:H/PR:N/UI:N/S:C/C:H/I:H/A:H|CWE-502,CWE-917|log4j-core: thread context lookups are still followed|The correction in 2.15.0 leaves a way open where the pattern uses a context lookup.
CVE-2021-45105|2021-12-18|AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-20,CWE-674|log4j-core: self-referencing lookup recurses without end|A lookup that names itself in the thread context map ends the thread with a stack overflow.
CVE-2022-1471|2022-12-01|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-502,CWE-20|snakeyaml: tags construct any class|The default constructor builds objects of whatever class a document names.
CVE-2022-21724|2022-02-02|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-665,CWE-668,CWE-74|pgjdbc: connection properties name classes to load|A person who controls the JDBC URL can have arbitrary classes instantiated.
CVE-2022-22950|2022-04-01|AV:N/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:H|CWE-770|spring-expression: expression allocates too much|A crafted SpEL expression makes an array so large that the service stops.
CVE-2022-22965|2022-04-01|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-94|spring-beans: data binding reaches the class loader (Spring4Shell)|On JDK 9 and newer, request parameters can walk from a bound object to the class loader and write a file that the container executes.
CVE-2022-25857|2022-08-30|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-776,CWE-400|snakeyaml: no limit for nested collections|Deeply nested input exhausts the stack.
CVE-2022-31197|2022-08-03|AV:N/AC:L/PR:L/UI:R/S:U/C:H/I:H/A:H|CWE-89|pgjdbc: refreshRow quotes no column names|A column whose name holds a statement terminator lets SQL run when a row is refreshed.
CVE-2022-38749|2022-09-05|AV:N/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:H|CWE-121,CWE-787|snakeyaml: untrusted input overflows the stack|Parsing certain documents ends the parser with a stack overflow.
CVE-2022-38751|2022-09-05|AV:N/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:H|CWE-121,CWE-787|snakeyaml: stack overflow while scalars are matched|A long scalar makes the resolver's pattern recurse too deep.
CVE-2022-38752|2022-09-05|AV:N/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:H|CWE-121,CWE-787|snakeyaml: hash of a recursive structure|A collection that contains itself overflows the stack as soon as its hash is taken.
CVE-2022-41854|2022-11-11|AV:N/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:H|CWE-121,CWE-787|snakeyaml: crafted document stops the service|Untrusted YAML may overflow the stack and take the thread with it.
CVE-2022-42003|2022-10-02|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-502|jackson-databind: unwrapping single values recurses|With UNWRAP_SINGLE_VALUE_ARRAYS nested arrays are followed without limit.
CVE-2022-42004|2022-10-02|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-502|jackson-databind: nested arrays as a bean|BeanDeserializer does not stop at deeply nested arrays.
CVE-2022-42252|2022-11-01|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N|CWE-444|tomcat: invalid Content-Length is let through|Behind a proxy that also accepts it, a second request can be hidden in the first.
CVE-2022-42889|2022-10-13|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-94|commons-text: interpolation runs scripts (Text4Shell)|The default interpolator knows script, dns and url lookups, so untrusted text can run code.
CVE-2022-45143|2023-01-03|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N|CWE-116|tomcat: error report is not escaped|JsonErrorReportValve copies values into its answer as they are.
CVE-2023-2976|2023-06-14|AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:N|CWE-552|guava: FileBackedOutputStream writes to a shared folder|On Unix the temporary file may be read by other accounts.
CVE-2023-6378|2023-11-29|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-502|logback: receiver can be flooded|Serialised events of a crafted kind stop the component that receives them.
CVE-2023-20860|2023-03-27|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N||spring-webmvc: double wildcard matches differently|A pattern of two asterisks means one thing to Spring Security and another to Spring MVC, so a path may stay unprotected.
CVE-2023-20861|2023-03-23|AV:N/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:H||spring-expression: repeated text in an expression|A crafted SpEL expression uses up the memory of the service.
CVE-2023-20863|2023-04-13|AV:N/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:H|CWE-400,CWE-917|spring-expression: long expressions stop the service|Expressions of any length are accepted, and evaluating them may take all resources.
CVE-2023-20883|2023-05-26|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-400|spring-boot: welcome page behind a caching proxy|Spring MVC with a reverse proxy in front can be kept busy through the handler of the welcome page.
CVE-2023-24998|2023-02-20|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-770|commons-fileupload: no limit for the number of parts|An upload of very many parts occupies the server.
CVE-2023-28708|2023-03-22|AV:N/AC:L/PR:N/UI:R/S:U/C:L/I:N/A:N|CWE-523|tomcat: session cookie without the secure flag|Behind a proxy that terminates TLS, RemoteIpFilter forgets to mark the cookie.
CVE-2023-41080|2023-08-25|AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N|CWE-601|tomcat: login page redirects anywhere|With form login on the root application a crafted address leads to another site.
CVE-2023-46589|2023-11-28|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N|CWE-444|tomcat: trailer headers split a request|A trailer that exceeds the limit makes one request look like two.
CVE-2024-1597|2024-02-19|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-89|pgjdbc: a minus before a placeholder|In simple query mode a negative number becomes the start of a comment, and the next text value becomes SQL.
CVE-2024-7254|2024-09-19|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-20,CWE-674|protobuf-java: nested groups recurse without limit|Unknown fields that hold groups in groups exhaust the stack.
CVE-2024-22243|2024-02-23|AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:N|CWE-601|spring-web: UriComponentsBuilder is fooled about the host|A check of the parsed host passes although the address leads elsewhere.
CVE-2024-22259|2024-03-16|AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:N|CWE-601|spring-web: host check fails for another notation|A second way to write an address gets past the first correction.
CVE-2024-22262|2024-04-16|AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:N|CWE-601|spring-web: host check fails for a third notation|One more way to write an address that is parsed to another host.
CVE-2024-24549|2024-03-13|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-20|tomcat: HTTP/2 headers beyond the limit|A request over the header limit is refused only after all of its headers were processed.
CVE-2024-29025|2024-03-25|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L|CWE-770|netty: form decoder collects without limit|Small fields of a form can be sent without end, and all of them stay in memory.
CVE-2024-34750|2024-07-03|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-400,CWE-755|tomcat: HTTP/2 streams are miscounted|Excessive headers make a stream fall out of the count, so connections stay open.
CVE-2024-38816|2024-09-13|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N|CWE-22|spring-webmvc: static resources outside of their folder|Functional endpoints that serve files from disk can be led out of the folder.
CVE-2024-38819|2024-12-19|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N|CWE-22|spring-webmvc: path traversal in functional endpoints|Files next to the folder for static resources can be fetched.
CVE-2024-47554|2024-10-03|AV:N/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:L|CWE-400|commons-io: XmlStreamReader takes too long|Looking for the encoding in crafted input uses the processor out of proportion.
CVE-2024-50379|2024-12-17|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-367|tomcat: JSP compilation race|On a file system that ignores case a writable default servlet turns an upload into a page that is executed.
CVE-2025-24813|2025-03-10|AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|CWE-44,CWE-502|tomcat: partial PUT writes a session file|With a writable default servlet and sessions in files, an upload can become an object that is deserialised. It has been exploited.
CVE-2025-48988|2025-06-16|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-770|tomcat: parts of an upload are counted as parameters|Headers of many parts take more memory than the limit foresees.
GHSA-xpw8-rcwv-8f8p|2023-10-10|AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|CWE-400|netty: HTTP/2 codec without a limit for resets|Streams that are opened and reset at once make a server work without end.
`;
