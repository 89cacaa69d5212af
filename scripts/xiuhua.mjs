#!/usr/bin/env node
// The command `xiuhua` out of the checkout: builds the server if it is stale, then runs it.
import { join } from "node:path";
import { buildServer, root } from "./build.mjs";

await buildServer();
await import(join(root, "packages/server/dist/xiuhua.mjs"));
