// Bundles src/index.js to editor.js and the licences of what is in it to
// editor.LICENSES.txt: node build.mjs [folder]
import { readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = path.dirname(fileURLToPath(import.meta.url));

/** bundle writes both files into a folder. */
export async function bundle(folder) {
  const result = await build({
    absWorkingDir: here,
    entryPoints: ["src/index.js"],
    bundle: true,
    format: "esm",
    target: ["chrome107", "firefox107", "edge107"],
    charset: "utf8",
    minify: true,
    sourcemap: false,
    legalComments: "none",
    metafile: true,
    write: false,
    logLevel: "warning",
  });
  const names = new Set();
  for (const [file, { bytesInOutput }] of Object.entries(Object.values(result.metafile.outputs)[0].inputs)) {
    const m = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file);
    if (m && bytesInOutput > 0) names.add(m[1]);
  }
  const head = "// Editor of kehoach, made of internal/web/editor. Licences: editor.LICENSES.txt\n";
  await writeFile(path.join(folder, "editor.js"), head + result.outputFiles[0].text);
  await writeFile(path.join(folder, "editor.LICENSES.txt"), await licences([...names].sort()));
}

async function licences(names) {
  let out = `editor.js holds ${names.length} packages of others. Their licences:\n`;
  for (const name of names) {
    const folder = path.join(here, "node_modules", name);
    const { version, license } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
    const file = (await readdir(folder)).find((f) => /^licen[cs]e/i.test(f));
    if (!file) throw new Error(`${name}: no licence file`);
    const text = (await readFile(path.join(folder, file), "utf8")).replace(/\r\n?/g, "\n").trim();
    out += `\n${"=".repeat(72)}\n${name} ${version} (${license})\n\n${text}\n`;
  }
  return out;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle(path.resolve(process.argv[2] ?? path.join(here, "../static")));
