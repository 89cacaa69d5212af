import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Where `vite` and `vite preview` find the API while one works on the screens. */
const api = { "/api": { target: process.env["XIUHUA_API"] ?? "http://localhost:3000", changeOrigin: false } };

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: { port: 5173, proxy: api },
  preview: { port: 4173, proxy: api },
  build: {
    outDir: "dist",
    target: "es2023",
    // The map and the component library are big and change seldom: their own files stay cached.
    chunkSizeWarningLimit: 1600,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "maplibre", test: /node_modules[\\/](maplibre-gl|@maplibre)/ },
            { name: "forms", test: /node_modules[\\/](@rjsf|@x0k|ajv)/ },
            { name: "antd", test: /node_modules[\\/](antd|@ant-design|@rc-component)/ },
            { name: "react", test: /node_modules[\\/](react|react-dom|react-router|scheduler|@tanstack)[\\/]/ },
          ],
        },
      },
    },
  },
});
