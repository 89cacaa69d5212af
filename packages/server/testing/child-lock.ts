/** A process that takes the lock of a folder, says whether it got it, and keeps it until it is told to end. */
import { lockFolder } from "../store/index.ts";

const [folder = ""] = process.argv.slice(2);
process.on("message", () => process.exit(0));
try {
  await lockFolder(folder);
  process.send?.({ locked: true });
} catch (error) {
  process.send?.({ locked: false, error: error instanceof Error ? error.name : String(error) });
}
