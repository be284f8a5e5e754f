FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
# Only the inputs of the build, so that a change of the data does not invalidate this stage.
COPY tsconfig.json tsconfig.build.json codegen.ts ./
COPY api api
COPY schema schema
COPY operations operations
COPY web web
COPY src src
COPY scripts/codegen scripts/codegen
COPY scripts/package scripts/package
COPY scripts/bundle-libraries.ts scripts/write-sbom.ts scripts/
RUN npm run build && npm run sbom && npm prune --omit=dev --ignore-scripts

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json persisted-queries.json LICENSE ./
COPY api api
COPY schema schema
COPY cypher cypher
COPY operations operations
# Last, because the data change most often.
COPY data data
# `npm run release` sets these.
ARG VERSION
ARG REVISION
ARG CREATED
LABEL org.opencontainers.image.title="AIGC Atlas" \
  org.opencontainers.image.description="A knowledge graph of the generative AI industry, served as GraphQL." \
  org.opencontainers.image.source="https://github.com/aigc-atlas/aigc-atlas" \
  org.opencontainers.image.licenses="MIT" \
  org.opencontainers.image.version="$VERSION" \
  org.opencontainers.image.revision="$REVISION" \
  org.opencontainers.image.created="$CREATED"
USER node
EXPOSE 4000
# Checks only that the process responds: it needs no restart while Neo4j is down.
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/livez').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js", "start", "--neo4j", "uri"]
