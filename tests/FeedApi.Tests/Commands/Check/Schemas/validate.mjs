// Checks JSON from the standard input against a schema: "sarif", or the path of a JSON Schema of 2020-12.
import { readFileSync } from 'node:fs';
import Ajv04 from 'ajv-draft-04';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const name = process.argv[2];
const isSarif = name === 'sarif';
const file = isSarif ? new URL('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', import.meta.url) : name;
// A pattern of SARIF's schema has a stray bracket, which is an error where patterns are Unicode.
const ajv = new (isSarif ? Ajv04.default ?? Ajv04 : Ajv2020.default ?? Ajv2020)({ allErrors: true, strict: false, unicodeRegExp: false });
(addFormats.default ?? addFormats)(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
if (!validate(JSON.parse(readFileSync(0, 'utf8')))) {
  console.log(validate.errors.slice(0, 10).map(error => `${error.instancePath} ${error.message}`).join('\n'));
  process.exit(1);
}
