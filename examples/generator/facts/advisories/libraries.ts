/**
 * What the GitHub Advisory Database (`ghsa`) and the Go vulnerability database
 * (`govulndb`) say about libraries, one a line: ecosystem, vulnerability,
 * severity, package, versions that are fixed (`-`: none), versions of the
 * packages beside this file that are affected.
 */
export const libraryAdvisories = `
maven|CVE-2021-44228|CRITICAL|org.apache.logging.log4j:log4j-core|2.15.0, 2.3.1, 2.12.2|2.14.1
maven|CVE-2021-44832|MEDIUM|org.apache.logging.log4j:log4j-core|2.3.2, 2.12.4, 2.17.1|2.14.1
maven|CVE-2021-45046|CRITICAL|org.apache.logging.log4j:log4j-core|2.16.0, 2.12.2|2.14.1
maven|CVE-2021-45105|HIGH|org.apache.logging.log4j:log4j-core|2.12.3, 2.17.0, 2.3.1|2.14.1
maven|CVE-2022-22965|CRITICAL|org.springframework:spring-beans|5.2.20.RELEASE, 5.3.18|5.3.15
maven|CVE-2016-1000027|CRITICAL|org.springframework:spring-web|6.0.0|5.3.15,5.3.39
maven|CVE-2024-22243|HIGH|org.springframework:spring-web|6.1.4, 6.0.17, 5.3.32|5.3.15
maven|CVE-2024-22259|HIGH|org.springframework:spring-web|6.1.5, 6.0.18, 5.3.33|5.3.15
maven|CVE-2024-22262|HIGH|org.springframework:spring-web|5.3.34, 6.0.19, 6.1.6|5.3.15
maven|CVE-2023-20860|HIGH|org.springframework:spring-webmvc|6.0.7, 5.3.26|5.3.15
maven|CVE-2024-38816|HIGH|org.springframework:spring-webmvc|6.1.13|5.3.15,5.3.39
maven|CVE-2024-38819|HIGH|org.springframework:spring-webmvc|6.1.14|5.3.15,5.3.39
maven|CVE-2022-22950|MEDIUM|org.springframework:spring-expression|5.2.20.RELEASE, 5.3.17|5.3.15
maven|CVE-2023-20861|MEDIUM|org.springframework:spring-expression|6.0.7, 5.3.26, 5.2.23.RELEASE|5.3.15
maven|CVE-2023-20863|HIGH|org.springframework:spring-expression|6.0.8, 5.3.27, 5.2.24.RELEASE|5.3.15
maven|CVE-2023-20883|HIGH|org.springframework.boot:spring-boot-autoconfigure|3.0.7, 2.7.12, 2.6.15, 2.5.15|2.6.3
maven|CVE-2020-36518|HIGH|com.fasterxml.jackson.core:jackson-databind|2.12.6.1, 2.13.2.1|2.13.1
maven|CVE-2022-42003|HIGH|com.fasterxml.jackson.core:jackson-databind|2.12.7.1, 2.13.4.2|2.13.1
maven|CVE-2022-42004|HIGH|com.fasterxml.jackson.core:jackson-databind|2.12.7.1, 2.13.4|2.13.1
maven|CVE-2022-1471|HIGH|org.yaml:snakeyaml|2.0|1.29
maven|CVE-2022-25857|HIGH|org.yaml:snakeyaml|1.31|1.29
maven|CVE-2022-38749|MEDIUM|org.yaml:snakeyaml|1.31|1.29
maven|CVE-2022-38751|MEDIUM|org.yaml:snakeyaml|1.31|1.29
maven|CVE-2022-38752|MEDIUM|org.yaml:snakeyaml|1.32|1.29
maven|CVE-2022-41854|MEDIUM|org.yaml:snakeyaml|1.32|1.29
maven|CVE-2022-42252|HIGH|org.apache.tomcat.embed:tomcat-embed-core|8.5.83, 9.0.68, 10.0.27, 10.1.1|9.0.56
maven|CVE-2022-45143|HIGH|org.apache.tomcat.embed:tomcat-embed-core|8.5.84, 9.0.69, 10.1.2|9.0.56
maven|CVE-2023-24998|HIGH|org.apache.tomcat.embed:tomcat-embed-core|10.1.5, 11.0.0-M3, 8.5.85, 9.0.71|9.0.56
maven|CVE-2023-28708|MEDIUM|org.apache.tomcat.embed:tomcat-embed-core|11.0.0-M3, 10.1.6, 9.0.72, 8.5.86|9.0.56
maven|CVE-2023-41080|MEDIUM|org.apache.tomcat.embed:tomcat-embed-core|8.5.93, 9.0.80, 10.1.13, 11.0.0-M11|9.0.56
maven|CVE-2023-44487|HIGH|org.apache.tomcat.embed:tomcat-embed-core|11.0.0-M12, 10.1.14, 9.0.81, 8.5.94|9.0.56
maven|CVE-2023-46589|HIGH|org.apache.tomcat.embed:tomcat-embed-core|11.0.0-M11, 10.1.16, 9.0.83, 8.5.96|9.0.56
maven|CVE-2024-24549|HIGH|org.apache.tomcat.embed:tomcat-embed-core|8.5.99, 9.0.86, 10.1.19, 11.0.0-M17|9.0.56
maven|CVE-2024-34750|HIGH|org.apache.tomcat.embed:tomcat-embed-core|11.0.0-M21, 10.1.25, 9.0.90|9.0.56
maven|CVE-2024-50379|CRITICAL|org.apache.tomcat.embed:tomcat-embed-core|11.0.2, 10.1.34, 9.0.98|9.0.56
maven|CVE-2025-24813|CRITICAL|org.apache.tomcat.embed:tomcat-embed-core|11.0.3, 10.1.35, 9.0.99|9.0.56
maven|CVE-2025-48988|HIGH|org.apache.tomcat.embed:tomcat-embed-core|11.0.8, 10.1.42, 9.0.106|9.0.56
maven|CVE-2022-42889|CRITICAL|org.apache.commons:commons-text|1.10.0|1.9
maven|CVE-2024-47554|HIGH|commons-io:commons-io|2.14.0|2.11.0
maven|CVE-2023-24998|HIGH|commons-fileupload:commons-fileupload|1.5|1.4
maven|CVE-2023-6378|HIGH|ch.qos.logback:logback-classic|1.3.12, 1.4.12, 1.2.13|1.2.10
maven|CVE-2022-21724|HIGH|org.postgresql:postgresql|42.2.25, 42.3.2|42.3.1
maven|CVE-2022-31197|HIGH|org.postgresql:postgresql|42.2.26, 42.3.7, 42.4.1|42.3.1
maven|CVE-2024-1597|CRITICAL|org.postgresql:postgresql|42.2.28, 42.3.9, 42.4.4, 42.5.5, 42.6.1, 42.7.2|42.3.1
maven|GHSA-xpw8-rcwv-8f8p|HIGH|io.netty:netty-codec-http2|4.1.100.Final|4.1.94.Final
maven|CVE-2024-29025|MEDIUM|io.netty:netty-codec-http|4.1.108.Final|4.1.94.Final
maven|CVE-2024-7254|HIGH|com.google.protobuf:protobuf-java|3.25.5, 4.27.5, 4.28.2|3.19.1
maven|CVE-2020-8908|LOW|com.google.guava:guava|32.0.0-android|30.1.1-jre
maven|CVE-2023-2976|MEDIUM|com.google.guava:guava|32.0.0-android|30.1.1-jre
npm|CVE-2019-10744|CRITICAL|lodash|4.17.12|4.17.11
npm|CVE-2020-8203|HIGH|lodash|4.17.19|4.17.11,4.17.15
npm|CVE-2021-23337|HIGH|lodash|4.17.21|4.17.11,4.17.15,4.17.20
npm|CVE-2020-28500|MEDIUM|lodash|4.17.21|4.17.11,4.17.15,4.17.20
npm|CVE-2021-3807|HIGH|ansi-regex|6.0.1, 5.0.1, 4.1.1, 3.0.1|3.0.0,4.1.0
npm|CVE-2021-43138|HIGH|async|3.2.2, 2.6.4|2.6.3
npm|CVE-2024-45590|HIGH|body-parser|1.20.3|1.19.0
npm|CVE-2024-4068|HIGH|braces|3.0.3|3.0.2
npm|CVE-2025-5889|LOW|brace-expansion|2.0.2, 1.1.12, 3.0.1, 4.0.1|1.1.11
npm|CVE-2024-47764|LOW|cookie|0.7.0|0.4.0
npm|CVE-2024-21538|HIGH|cross-spawn|7.0.5, 6.0.6|7.0.3
npm|CVE-2023-46233|CRITICAL|crypto-js|4.2.0|3.3.0
npm|CVE-2022-38900|HIGH|decode-uri-component|0.2.1|0.2.0
npm|CVE-2020-36048|HIGH|engine.io|3.6.0|3.4.1
npm|CVE-2022-41940|MEDIUM|engine.io|3.6.1, 6.2.1|3.4.1
npm|CVE-2024-29041|MEDIUM|express|4.19.2, 5.0.0-beta.3|4.17.1
npm|CVE-2024-43796|LOW|express|4.20.0, 5.0.0|4.17.1
npm|CVE-2023-26159|MEDIUM|follow-redirects|1.15.4|1.15.3
npm|CVE-2024-28849|MEDIUM|follow-redirects|1.15.6|1.15.3
npm|CVE-2025-7783|CRITICAL|form-data|2.5.4, 3.0.4, 4.0.4|4.0.0
npm|CVE-2021-3918|CRITICAL|json-schema|0.4.0|0.2.3
npm|CVE-2022-46175|HIGH|json5|2.2.2, 1.0.2|2.1.3
npm|CVE-2022-23539|HIGH|jsonwebtoken|9.0.0|8.5.1
npm|CVE-2022-23540|MEDIUM|jsonwebtoken|9.0.0|8.5.1
npm|CVE-2022-23541|MEDIUM|jsonwebtoken|9.0.0|8.5.1
npm|CVE-2024-4067|MEDIUM|micromatch|4.0.8|4.0.5
npm|CVE-2022-3517|HIGH|minimatch|3.0.5|3.0.4
npm|CVE-2021-44906|CRITICAL|minimist|1.2.6, 0.2.4|1.2.5
npm|CVE-2022-24785|HIGH|moment|2.29.2|2.24.0,2.29.1
npm|CVE-2022-31129|HIGH|moment|2.29.4|2.24.0,2.29.1
npm|CVE-2024-55565|MEDIUM|nanoid|5.0.9, 3.3.8|3.3.6
npm|CVE-2024-34351|HIGH|next|14.1.1|13.4.19
npm|CVE-2024-47831|MEDIUM|next|14.2.7|13.4.19
npm|CVE-2024-51479|HIGH|next|14.2.15|13.4.19
npm|CVE-2024-56332|MEDIUM|next|13.5.8, 14.2.21, 15.1.2|13.4.19
npm|CVE-2025-29927|CRITICAL|next|13.5.9, 14.2.25, 15.2.3, 12.3.5|13.4.19
npm|CVE-2024-45296|HIGH|path-to-regexp|1.9.0, 0.1.10, 8.0.0, 3.3.0, 6.3.0|0.1.7
npm|CVE-2024-52798|HIGH|path-to-regexp|0.1.12|0.1.7
npm|CVE-2023-44270|MEDIUM|postcss|8.4.31|8.4.14
npm|CVE-2022-24999|HIGH|qs|6.10.3, 6.9.7, 6.8.3, 6.7.3, 6.6.1, 6.5.3, 6.4.1, 6.3.3, 6.2.4|6.7.0,6.5.2
npm|CVE-2022-25883|HIGH|semver|7.5.2, 6.3.1, 5.7.2|5.7.1,6.3.0,7.3.2
npm|CVE-2024-43799|LOW|send|0.19.0|0.17.1
npm|CVE-2023-22578|CRITICAL|sequelize|6.29.0|5.21.6
npm|CVE-2023-22579|HIGH|sequelize|6.28.1|5.21.6
npm|CVE-2023-25813|CRITICAL|sequelize|6.19.1|5.21.6
npm|CVE-2024-43800|LOW|serve-static|1.16.0, 2.1.0|1.14.1
npm|CVE-2024-38355|HIGH|socket.io|2.5.1, 4.6.2|2.3.0
npm|CVE-2020-28481|MEDIUM|socket.io|2.4.0|2.3.0
npm|CVE-2022-2421|CRITICAL|socket.io-parser|4.0.5, 4.2.1, 3.3.3, 3.4.2|3.4.0
npm|CVE-2020-36049|HIGH|socket.io-parser|3.3.2, 3.4.1|3.4.0
npm|CVE-2023-32695|HIGH|socket.io-parser|4.2.3, 3.4.3, 3.3.4|3.4.0
npm|CVE-2023-26136|MEDIUM|tough-cookie|4.1.3|2.5.0
npm|CVE-2023-26115|MEDIUM|word-wrap|1.2.4|1.2.3
npm|CVE-2024-37890|HIGH|ws|5.2.4, 6.2.3, 7.5.10, 8.17.1|7.2.3
npm|CVE-2020-28502|HIGH|xmlhttprequest-ssl|1.6.2|1.5.5
npm|CVE-2021-31597|CRITICAL|xmlhttprequest-ssl|1.6.1|1.5.5
npm|CVE-2024-39338|HIGH|axios|1.7.4|1.6.2
npm|CVE-2025-27152|HIGH|axios|1.8.2, 0.30.0|1.6.2
npm|CVE-2025-58754|HIGH|axios|1.12.0, 0.30.2|1.6.2
npm|CVE-2023-45133|CRITICAL|@babel/traverse|7.23.2, 8.0.0-alpha.4|7.22.5
npm|GHSA-36jr-mh4h-2g58|HIGH|d3-color|3.1.0|2.0.0
pip|CVE-2022-40897|HIGH|setuptools|65.5.1|65.5.0
pip|CVE-2024-6345|HIGH|setuptools|70.0.0|65.5.0
pip|CVE-2025-47273|HIGH|setuptools|78.1.1|65.5.0
pip|CVE-2023-5752|MEDIUM|pip|23.3|23.0.1
pip|CVE-2023-28370|MEDIUM|tornado|6.3.2|6.2
pip|CVE-2024-52804|HIGH|tornado|6.4.2|6.2
pip|CVE-2025-47287|HIGH|tornado|6.5|6.2
pip|CVE-2023-30608|MEDIUM|sqlparse|0.4.4|0.4.3
pip|CVE-2024-4340|HIGH|sqlparse|0.5.0|0.4.3
pip|CVE-2023-30861|HIGH|Flask|2.3.2, 2.2.5|2.2.2
pip|CVE-2023-32681|MEDIUM|requests|2.31.0|2.29.0
pip|CVE-2024-35195|MEDIUM|requests|2.32.0|2.29.0
pip|CVE-2023-37920|HIGH|certifi|2023.7.22|2022.12.7
pip|CVE-2024-39689|LOW|certifi|2024.7.4|2022.12.7
pip|CVE-2023-43804|HIGH|urllib3|2.0.6, 1.26.17|1.26.16
pip|CVE-2023-45803|MEDIUM|urllib3|2.0.7, 1.26.18|1.26.16
pip|CVE-2024-37891|MEDIUM|urllib3|1.26.19, 2.2.2|1.26.16
pip|CVE-2025-50181|MEDIUM|urllib3|2.5.0|1.26.16
pip|CVE-2023-46136|HIGH|Werkzeug|3.0.1, 2.3.8|2.2.3
pip|CVE-2024-34069|HIGH|Werkzeug|3.0.3|2.2.3
pip|CVE-2024-49767|MEDIUM|Werkzeug|3.0.6|2.2.3
pip|CVE-2024-22195|MEDIUM|Jinja2|3.1.3|3.1.2
pip|CVE-2024-34064|MEDIUM|Jinja2|3.1.4|3.1.2
pip|CVE-2024-56201|MEDIUM|Jinja2|3.1.5|3.1.2
pip|CVE-2024-56326|MEDIUM|Jinja2|3.1.5|3.1.2
pip|CVE-2025-27516|MEDIUM|Jinja2|3.1.6|3.1.2
pip|CVE-2023-49081|HIGH|aiohttp|3.9.0|3.8.6
pip|CVE-2023-49082|MEDIUM|aiohttp|3.9.0|3.8.6
pip|CVE-2024-23334|MEDIUM|aiohttp|3.9.2|3.8.6
pip|CVE-2024-23829|MEDIUM|aiohttp|3.9.2|3.8.6
pip|CVE-2023-49083|MEDIUM|cryptography|41.0.6|39.0.1
pip|CVE-2023-50782|HIGH|cryptography|42.0.0|39.0.1
pip|CVE-2024-26130|HIGH|cryptography|42.0.4|39.0.1
pip|CVE-2023-44271|HIGH|Pillow|10.0.0|9.4.0
pip|CVE-2023-4863|HIGH|Pillow|10.0.1|9.4.0
pip|CVE-2023-50447|CRITICAL|Pillow|10.2.0|9.4.0
pip|CVE-2024-28219|HIGH|Pillow|10.3.0|9.4.0
pip|CVE-2024-1135|HIGH|gunicorn|22.0.0|20.1.0
pip|CVE-2024-6827|HIGH|gunicorn|23.0.0|20.1.0
pip|CVE-2024-3651|MEDIUM|idna|3.7|3.4
go|CVE-2023-39325|HIGH|golang.org/x/net|0.17.0|v0.10.0
go|CVE-2023-3978|MEDIUM|golang.org/x/net|0.13.0|v0.10.0
go|CVE-2023-44487|MEDIUM|golang.org/x/net|0.17.0|v0.10.0
go|CVE-2023-45288|MEDIUM|golang.org/x/net|0.23.0|v0.10.0,v0.22.0
go|CVE-2024-45338|HIGH|golang.org/x/net|0.33.0|v0.10.0,v0.22.0
go|CVE-2025-22870|MEDIUM|golang.org/x/net|0.36.0|v0.10.0,v0.22.0,v0.33.0
go|CVE-2025-22872|MEDIUM|golang.org/x/net|0.38.0|v0.10.0,v0.22.0,v0.33.0
go|CVE-2023-48795|MEDIUM|golang.org/x/crypto|0.17.0|v0.14.0
go|CVE-2024-45337|CRITICAL|golang.org/x/crypto|0.31.0|v0.14.0
go|CVE-2025-22869|HIGH|golang.org/x/crypto|0.35.0|v0.14.0,v0.31.0
go|GHSA-m425-mq94-257g|HIGH|google.golang.org/grpc|1.56.3, 1.57.1, 1.58.3|v1.54.0
go|CVE-2023-44487|MEDIUM|google.golang.org/grpc|1.58.3, 1.57.1, 1.56.3|v1.54.0
go|CVE-2024-24786|MEDIUM|google.golang.org/protobuf|1.33.0|v1.30.0
go|CVE-2024-51744|LOW|github.com/golang-jwt/jwt/v4|4.5.1|v4.5.0
go|CVE-2025-30204|HIGH|github.com/golang-jwt/jwt/v4|4.5.2|v4.5.0,v4.5.1
go|CVE-2025-22868|HIGH|golang.org/x/oauth2|0.27.0|v0.10.0,v0.24.0
go|CVE-2023-45142|HIGH|go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp|0.44.0|v0.42.0
go|CVE-2023-47108|HIGH|go.opentelemetry.io/contrib/instrumentation/google.golang.org/grpc/otelgrpc|0.46.0|v0.42.0
go|CVE-2024-6104|MEDIUM|github.com/hashicorp/go-retryablehttp|0.7.7|v0.7.5
go|CVE-2024-41110|CRITICAL|github.com/docker/docker|25.0.6, 26.1.5, 27.1.1, 23.0.15|v25.0.5+incompatible
go|CVE-2024-28180|MEDIUM|github.com/go-jose/go-jose/v3|3.0.3|v3.0.1
go|CVE-2024-29902|MEDIUM|github.com/sigstore/cosign/v2|2.2.4|v2.2.2
go|CVE-2024-29903|MEDIUM|github.com/sigstore/cosign/v2|2.2.4|v2.2.2
go|CVE-2023-25809|MEDIUM|github.com/opencontainers/runc|1.1.5|v1.1.4
go|CVE-2023-27561|HIGH|github.com/opencontainers/runc|1.1.5|v1.1.4
go|CVE-2023-28642|MEDIUM|github.com/opencontainers/runc|1.1.5|v1.1.4
go|CVE-2024-21626|HIGH|github.com/opencontainers/runc|1.1.12|v1.1.4
stdlib|CVE-2023-39325||stdlib|1.20.10, 1.21.3|v1.21.1
stdlib|CVE-2023-39326||stdlib|1.20.12, 1.21.5|v1.21.1
stdlib|CVE-2023-45288||stdlib|1.21.9, 1.22.2|v1.21.1
stdlib|CVE-2023-45289||stdlib|1.21.8, 1.22.1|v1.21.1
stdlib|CVE-2023-45290||stdlib|1.21.8, 1.22.1|v1.21.1
stdlib|CVE-2024-24783||stdlib|1.21.8, 1.22.1|v1.21.1
stdlib|CVE-2024-24789||stdlib|1.21.11, 1.22.4|v1.21.1
stdlib|CVE-2024-24790||stdlib|1.21.11, 1.22.4|v1.21.1
stdlib|CVE-2024-24791||stdlib|1.21.12, 1.22.5|v1.21.1,v1.22.4
stdlib|CVE-2024-34155||stdlib|1.22.7, 1.23.1|v1.21.1,v1.22.4
stdlib|CVE-2024-34156||stdlib|1.22.7, 1.23.1|v1.21.1,v1.22.4
stdlib|CVE-2024-34158||stdlib|1.22.7, 1.23.1|v1.21.1,v1.22.4
stdlib|CVE-2025-0913||stdlib|1.23.10, 1.24.4|v1.21.1,v1.22.4,v1.23.4
stdlib|CVE-2025-4673||stdlib|1.23.10, 1.24.4|v1.21.1,v1.22.4,v1.23.4
stdlib|CVE-2025-22871||stdlib|1.23.8, 1.24.2|v1.21.1,v1.22.4,v1.23.4
stdlib|CVE-2025-47906||stdlib|1.23.12, 1.24.6|v1.21.1,v1.22.4,v1.23.4
stdlib|CVE-2025-47907||stdlib|1.23.12, 1.24.6|v1.21.1,v1.22.4,v1.23.4
`;
