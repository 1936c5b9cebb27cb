// Validates a JSON document by ajv. Arguments: 2020 or 7, the document, the schema, further schemas that it refers to.
// Prints one line a fault and ends with 1; prints nothing and ends with 0 when the document is valid; anything else ends with 2.
"use strict";

const fs = require("fs");
const [draft, document, ...schemas] = process.argv.slice(2);
const read = (path) => JSON.parse(fs.readFileSync(path, "utf8"));

try {
  const Ajv = draft === "2020" ? require("ajv/dist/2020").default : require("ajv").default;
  const ajv = new Ajv({ strict: false, allErrors: true });
  require("ajv-formats").default(ajv);
  const [main, ...others] = schemas.map(read).map((schema) => {
    // The standards name their draft by addresses that ajv does not know (http for https); the caller names it.
    delete schema.$schema;
    return schema;
  });
  for (const other of others) {
    // 360Giving's package refers to its grants by the address of an earlier patch version than the grants' own schema has.
    const wanted = main.properties?.grants?.items?.$ref;
    delete other.$id;
    ajv.addSchema(other, wanted);
  }
  const validate = ajv.compile(main);
  if (!validate(read(document))) {
    for (const fault of validate.errors) console.log(`${fault.instancePath} ${fault.message}`);
    process.exitCode = 1;
  }
} catch (error) {
  console.error(String(error.stack ?? error));
  process.exitCode = 2;
}
