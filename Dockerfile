# Spotsmith: API, web studio and workers in one image; ROLE (all | api | worker) says which of them a container is.
# scripts/prove-image.mjs runs these very steps on a machine without a container engine.

FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1 NODE_ENV=production
COPY package.json package-lock.json .npmrc ./
COPY apps/server/package.json apps/server/
COPY apps/web/package.json apps/web/
COPY packages/child/package.json packages/child/
COPY packages/compositor/package.json packages/compositor/
COPY packages/contract/package.json packages/contract/
COPY packages/motion/package.json packages/motion/
COPY packages/provider-emulators/package.json packages/provider-emulators/
COPY packages/studio/package.json packages/studio/
# Every package with a native part ships it built; no script of a stranger runs.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund
COPY . .
RUN cd apps/web && node ../../node_modules/next/dist/bin/next build
RUN node scripts/trim-image.mjs --this-is-an-image

FROM debian:bookworm-slim
# FFmpeg pulls in drivers and a compiler for screens and graphics chips (200 MB) that nothing here calls.
RUN apt-get update \
  && apt-get install --yes --no-install-recommends ca-certificates ffmpeg tini \
  && dpkg --purge --force-depends libgl1-mesa-dri libllvm15 libz3-4 \
  && rm -rf /usr/lib/*/mfx /usr/lib/*/libmfxhw64* /usr/share/X11 /usr/share/locale /usr/share/doc /usr/share/man \
  && rm -rf /var/lib/apt/lists/* /var/cache/apt/* \
  && useradd --uid 1000 --create-home --user-group node && mkdir /data && chown node:node /data
COPY --from=build /usr/local/bin/node /usr/local/bin/node
WORKDIR /app
COPY --from=build /app /app
ENV NODE_ENV=production ENV=production ROLE=all PORT=3000 DATA_DIR=/data
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["node", "scripts/check-health.mjs"]
ENTRYPOINT ["tini", "--"]
CMD ["node", "apps/server/src/main.ts"]
