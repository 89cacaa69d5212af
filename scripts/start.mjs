// `npm start`: builds what is stale, then serves the demo city.
import { buildServer, buildWeb, root } from "./build.mjs";
import { join } from "node:path";

await buildServer();
await buildWeb();
process.argv.splice(2, process.argv.length, "serve", "--demo", ...process.argv.slice(2));
await import(join(root, "packages/server/dist/xiuhua.mjs"));
