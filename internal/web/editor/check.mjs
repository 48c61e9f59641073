// Tells whether the committed bundle is what the sources make: node check.mjs
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./build.mjs";

const kept = path.join(path.dirname(fileURLToPath(import.meta.url)), "../static");
const made = await mkdtemp(path.join(tmpdir(), "editor-"));
try {
  await bundle(made);
  for (const name of ["editor.js", "editor.LICENSES.txt"]) {
    const [a, b] = await Promise.all([made, kept].map((f) => readFile(path.join(f, name)).catch(() => Buffer.alloc(0))));
    if (a.equals(b)) continue;
    console.error(`${name} is not what its sources make: run npm run build and commit it`);
    process.exitCode = 1;
  }
} finally {
  await rm(made, { recursive: true });
}
