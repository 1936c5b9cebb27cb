// Runs the script of a release's page without a browser: node page.cjs PAGE FOLDER KEY|- with the code on standard input.
// Says "proved", the number of leaves, whether the key has signed, and the rate; or "fault" and what the page would show.
"use strict";
const fs = require("node:fs"), path = require("node:path"), vm = require("node:vm");
const [page, folder, key] = process.argv.slice(2);
const script = /<script>([\s\S]*?)<\/script>/.exec(fs.readFileSync(page, "utf8"))[1];
const element = () => ({ addEventListener() {}, replaceChildren() {}, append() {}, focus() {}, files: [] });
globalThis.document = { getElementById: element, createElement: element, documentElement: { lang: "en" } };
if (!globalThis.navigator) globalThis.navigator = { language: "en" };
const { prove, said, Fault, rateOf } = vm.runInThisContext(`${script}\n;({ prove, said, Fault, rateOf })`);
const open = (file) => new File([fs.readFileSync(file)], path.basename(file));
const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.endsWith(".duckdb"))
  .map((entry) => open(path.join(entry.parentPath ?? entry.path, entry.name)))
  .filter((file, at, all) => /^(manifest\.|.*\.bin$)/.test(file.name));
prove(files, key === "-" ? undefined : open(key), fs.readFileSync(0, "utf8"))
  .then(({ manifest, record, signed, leaves }) => {
    const base = manifest.fund.currency;
    console.log(`proved ${leaves} ${signed} ${record.currency === base ? "-" : rateOf(record, base)}`);
  })
  .catch((error) => console.log(`fault ${(error instanceof Fault ? error : said.failed()).message}`));
