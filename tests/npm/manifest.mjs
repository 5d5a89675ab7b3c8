// {schema, json} -> {errors}: what the official schema of Teams' app packages objects to. The schema's version is the manifest's own.
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { answerEachLine } from './lines.mjs';

const folder = new URL('node_modules/@microsoft/app-manifest/build/json-schemas/teams/', import.meta.url);

function validatorOf(schema, version) {
  // The schemas are of draft 04, whose id ajv does not take; one pattern has a lone bracket, which Unicode patterns forbid.
  const { $schema, id, ...rest } = JSON.parse(readFileSync(new URL(`v${version}/${schema}`, folder)));
  return new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false }).compile(rest);
}

await answerEachLine(({ schema, json }) => {
  const version = /\/v([\d.]+)\//.exec(json.$schema)[1];
  const validate = validatorOf(schema, version);
  return { errors: validate(json) ? [] : validate.errors.map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`) };
});
