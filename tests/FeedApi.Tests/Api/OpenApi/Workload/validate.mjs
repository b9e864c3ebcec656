// Validates answers against the description of the API: validate.mjs DESCRIPTION ANSWERS
// ANSWERS has a JSON object on each line: operation path, method, status, content type, header names in lower case, body.
import { createReadStream, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const require = createRequire(new URL('../../../Commands/Check/Schemas/', import.meta.url));
const Ajv = require('ajv/dist/2020').default;
const addFormats = require('ajv-formats').default;

const [descriptionFile, answersFile] = process.argv.slice(2);
const description = JSON.parse(readFileSync(descriptionFile, 'utf8'));
const ajv = addFormats(new Ajv({ strict: false, allErrors: false }));
ajv.addFormat('int32', true).addFormat('int64', true).addFormat('double', true);
ajv.addSchema(description, 'api');

const escape = part => part.replaceAll('~', '~0').replaceAll('/', '~1');
const validators = new Map();
const validatorOf = pointer => {
  if (!validators.has(pointer)) validators.set(pointer, ajv.compile({ $ref: `api#${pointer}` }));
  return validators.get(pointer);
};

const faults = new Map();
const seen = new Set();
const blame = (answer, fault) => {
  const key = `${answer.path} ${answer.status}: ${fault}`;
  if (!faults.has(key)) faults.set(key, answer.address);
};

for await (const line of createInterface({ input: createReadStream(answersFile) })) {
  const answer = JSON.parse(line);
  const operation = description.paths[answer.path]?.[answer.method];
  const response = operation?.responses[answer.status];
  if (!response) { blame(answer, 'status is not described'); continue; }
  seen.add(`${answer.path} ${answer.status}`);
  for (const name of Object.keys(response.headers ?? {})) {
    if (['RateLimit', 'RateLimit-Policy'].includes(name)) continue;
    if (!answer.fields.includes(name.toLowerCase())) blame(answer, `field ${name} is missing`);
  }
  if (answer.body === null) continue;
  const type = answer.type.split(';')[0];
  if (!response.content?.[type]) { blame(answer, `type ${type} is not described`); continue; }
  const pointer = `/paths/${escape(answer.path)}/${answer.method}/responses/${answer.status}/content/${escape(type)}/schema`;
  const validate = validatorOf(encodeURI(pointer));
  const body = /^application\/(.*\+)?json$/.test(type) ? JSON.parse(answer.body) : answer.body;
  if (!validate(body)) blame(answer, `${validate.errors[0].instancePath} ${validate.errors[0].message}`);
}

for (const [fault, address] of faults) console.log(`${fault} (${address})`);
const described = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).filter(([, operation]) => operation.tags[0] !== 'Operations')
    .flatMap(([, operation]) => Object.keys(operation.responses).map(status => `${path} ${status}`)));
console.log(`unseen: ${described.filter(each => !seen.has(each)).join(', ')}`);
process.exit(faults.size === 0 ? 0 : 1);
