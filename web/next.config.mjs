import path from 'node:path';
import { fileURLToPath } from 'node:url';

const house = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** @type {import('next').NextConfig} */
export default {
  // One package: modules of other rooms and node_modules lie beside this one.
  turbopack: { root: house, resolveAlias: { 'next-intl/config': './server/words.ts' } },
  outputFileTracingRoot: house,
  // Builds are kept by content (web/main.mjs) and tests build beside them.
  distDir: process.env.CASELOOM_WEB_DIST ?? '.next/plain',
  // `npm run check` knows the types; the first start in a hospital need not wait for them.
  typescript: { ignoreBuildErrors: true },
  // Every build has a folder of its own, so nobody would read this cache again.
  experimental: { turbopackFileSystemCacheForBuild: false },
  poweredByHeader: false,
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'X-Frame-Options', value: 'DENY' },
        // Not `no-referrer`: with it browsers hide the origin of our own forms, by which they are known.
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
        { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
        { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), browsing-topics=()' },
      ],
    },
  ],
  agentRules: false,
  devIndicators: false,
  images: { unoptimized: true },
};
