// The scripts of static/js as modules. They are copied to a folder that says so: there they must not need one, and
// Node before 22 takes a file without it for CommonJS.
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const SOURCES = fileURLToPath(new URL("../../static/js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "scripts-"));
process.on("exit", () => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
for (const name of readdirSync(SOURCES)) copyFileSync(join(SOURCES, name), join(folder, name));

/** A page without anything that a script looks for. */
export const EMPTY_PAGE = { addEventListener: () => null, querySelector: () => null };

export const load = (name) => import(`${pathToFileURL(folder)}/${name}`);
