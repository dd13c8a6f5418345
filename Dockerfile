# One image for API, pages and worker; the command chooses. Written without a Docker engine at hand: build it once before relying on it.
FROM node:20-bookworm-slim AS studio
RUN apt-get update \
 && apt-get install -y --no-install-recommends ffmpeg espeak-ng chromium-headless-shell ca-certificates \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /caseloom
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts && npm cache clean --force
COPY . .
RUN PRISMA_SCHEMA_ENGINE_BINARY=/bin/true npx prisma generate \
 && node web/main.mjs build \
 && mkdir /data && chown node:node /data
ENV CASELOOM_DATA=/data CASELOOM_CHROMIUM=/usr/bin/chromium-headless-shell
USER node
VOLUME /data

# The worker for machines with an NVIDIA card: adds the CUDA 12 libraries and the provider that uses them.
FROM studio AS studio-gpu
USER root
COPY --from=nvidia/cuda:12.6.3-cudnn-runtime-ubuntu22.04 /usr/local/cuda-12.6/targets/x86_64-linux/lib/ /opt/cuda/
COPY --from=nvidia/cuda:12.6.3-cudnn-runtime-ubuntu22.04 /usr/lib/x86_64-linux-gnu/libcudnn* /opt/cuda/
ENV LD_LIBRARY_PATH=/opt/cuda
RUN ONNXRUNTIME_NODE_INSTALL=cuda12 npm rebuild onnxruntime-node --ignore-scripts=false
USER node

FROM studio
