import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { compress } from "./build/compress.ts";
import { offline } from "./build/offline.ts";
import manifest from "./package.json" with { type: "json" };

/** Where `vite` and `vite preview` find the API while one works on the screens. */
const api = { "/api": { target: process.env["XIUHUA_API"] ?? "http://localhost:3000", changeOrigin: false } };

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    react(),
    offline({ page: "field/index.html", worker: "field/worker/worker.ts", as: "field/worker.js" }),
    compress(),
  ],
  define: { __APP_VERSION__: JSON.stringify(manifest.version) },
  server: { port: 5173, proxy: api },
  preview: { port: 4173, proxy: api },
  build: {
    outDir: "dist",
    target: "es2023",
    // The map and the component library are big and change seldom: their own files stay cached.
    chunkSizeWarningLimit: 1600,
    rolldownOptions: {
      // One page for each door: the desk, the phone on the street, and the public.
      input: { index: "index.html", field: "field/index.html", portal: "portal/index.html" },
      output: {
        codeSplitting: {
          groups: [
            { name: "maplibre", test: /node_modules[\\/](maplibre-gl|@maplibre)/ },
            { name: "antd", test: /node_modules[\\/](antd|@ant-design|@rc-component)/ },
            // What every door stands on, taken out first: a group takes along whatever its members import.
            {
              name: "react",
              priority: 1,
              test: /node_modules[\\/](react|react-dom|react-router|react-i18next|i18next|dayjs|scheduler|@tanstack)[\\/]/,
            },
          ],
        },
      },
    },
  },
});
