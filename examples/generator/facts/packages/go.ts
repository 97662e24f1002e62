/** Go modules of a service that talks to a payment provider: path, version. */
export const paymentGateway = `
stdlib v1.23.4
github.com/beorn7/perks v1.0.1
github.com/cespare/xxhash/v2 v2.3.0
github.com/go-chi/chi/v5 v5.1.0
github.com/golang-jwt/jwt/v4 v4.5.1
github.com/google/uuid v1.6.0
github.com/jackc/pgpassfile v1.0.0
github.com/jackc/pgx/v5 v5.7.1
github.com/jackc/puddle/v2 v2.2.2
github.com/klauspost/compress v1.17.11
github.com/munnerz/goautoneg v0.0.0-20191010083416-a7dc8b61c822
github.com/prometheus/client_golang v1.20.5
github.com/prometheus/client_model v0.6.1
github.com/prometheus/common v0.61.0
github.com/prometheus/procfs v0.15.1
golang.org/x/crypto v0.31.0
golang.org/x/net v0.33.0
golang.org/x/oauth2 v0.24.0
golang.org/x/sync v0.10.0
golang.org/x/sys v0.28.0
golang.org/x/text v0.21.0
google.golang.org/protobuf v1.36.1
gopkg.in/yaml.v3 v3.0.1
`;

/** Go modules of a search service that nobody rebuilt for two years. */
export const searchApi = `
stdlib v1.21.1
github.com/beorn7/perks v1.0.1
github.com/blevesearch/bleve/v2 v2.3.10
github.com/cespare/xxhash/v2 v2.2.0
github.com/elastic/go-elasticsearch/v8 v8.9.0
github.com/go-logr/logr v1.2.4
github.com/golang/protobuf v1.5.3
github.com/golang-jwt/jwt/v4 v4.5.0
github.com/google/uuid v1.3.1
github.com/grpc-ecosystem/grpc-gateway/v2 v2.16.2
github.com/prometheus/client_golang v1.16.0
github.com/prometheus/client_model v0.4.0
github.com/prometheus/common v0.44.0
github.com/prometheus/procfs v0.11.1
go.opentelemetry.io/contrib/instrumentation/google.golang.org/grpc/otelgrpc v0.42.0
go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp v0.42.0
go.opentelemetry.io/otel v1.16.0
golang.org/x/crypto v0.14.0
golang.org/x/net v0.10.0
golang.org/x/oauth2 v0.10.0
golang.org/x/sys v0.13.0
golang.org/x/text v0.13.0
google.golang.org/grpc v1.54.0
google.golang.org/protobuf v1.30.0
gopkg.in/yaml.v3 v3.0.1
`;

/** Go modules of the tools in an image that builds images. */
export const buildTools = `
stdlib v1.22.4
github.com/containerd/log v0.1.0
github.com/docker/docker v25.0.5+incompatible
github.com/docker/go-connections v0.5.0
github.com/go-jose/go-jose/v3 v3.0.1
github.com/hashicorp/go-cleanhttp v0.5.2
github.com/hashicorp/go-retryablehttp v0.7.5
github.com/opencontainers/go-digest v1.0.0
github.com/opencontainers/image-spec v1.1.0
github.com/opencontainers/runc v1.1.4
github.com/sigstore/cosign/v2 v2.2.2
github.com/spf13/cobra v1.8.1
github.com/spf13/pflag v1.0.5
golang.org/x/net v0.22.0
golang.org/x/sys v0.21.0
golang.org/x/text v0.16.0
`;

/** Go modules of a service that is kept fresh. */
export const featureFlags = `
stdlib v1.25.5
github.com/beorn7/perks v1.0.1
github.com/cespare/xxhash/v2 v2.3.0
github.com/go-chi/chi/v5 v5.2.3
github.com/google/uuid v1.6.0
github.com/jackc/pgx/v5 v5.7.6
github.com/klauspost/compress v1.18.2
github.com/open-feature/go-sdk v1.17.0
github.com/prometheus/client_golang v1.23.2
github.com/prometheus/client_model v0.6.2
github.com/prometheus/common v0.67.4
github.com/prometheus/procfs v0.19.2
golang.org/x/net v0.48.0
golang.org/x/sync v0.19.0
golang.org/x/sys v0.39.0
golang.org/x/text v0.32.0
google.golang.org/protobuf v1.36.11
gopkg.in/yaml.v3 v3.0.1
`;
