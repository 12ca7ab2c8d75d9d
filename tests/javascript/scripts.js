// Our scripts as modules. They are copied to a folder that says so: there they must not need one, and Node before 22
// takes a file without it for CommonJS.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const FOLDERS = { js: "static/js", sealed: "contatti/sealed/static/sealed" };
const folder = mkdtempSync(join(tmpdir(), "scripts-"));
process.on("exit", () => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
for (const path of Object.values(FOLDERS)) cpSync(join(ROOT, path), join(folder, path), { recursive: true });

/** A page without anything that a script looks for. */
export const EMPTY_PAGE = { addEventListener: () => null, querySelector: () => null };

/** The module of a name as templates write it, such as "js/contact.js". */
export const load = (name) => {
  const [place, file] = name.split("/");
  return import(`${pathToFileURL(folder)}/${FOLDERS[place]}/${file}`);
};
