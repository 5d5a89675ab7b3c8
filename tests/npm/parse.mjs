// {card, schema?} -> {events, schema}: what the reference renderer objects to when it parses the card, and what the JSON schema does.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { answerEachLine } from './lines.mjs';

// The package's ES modules need a bundler; its bundle loads anywhere. Parsing needs no DOM, only rendering does.
const { AdaptiveCard, SerializationContext, Versions } = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');

const draft06 = JSON.parse(readFileSync(new URL('node_modules/ajv/lib/refs/json-schema-draft-06.json', import.meta.url)));
const validators = new Map();

function validatorOf(path) {
  if (!validators.has(path)) {
    const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
    ajv.addMetaSchema(draft06);
    const { id, ...schema } = JSON.parse(readFileSync(path));
    validators.set(path, ajv.compile(schema));
  }
  return validators.get(path);
}

// Teams' charts are unknown to both. What is checked is what a client that lacks them shows; one without a fallback is objected to.
function withoutCharts(node) {
  if (Array.isArray(node)) return node.map(withoutCharts).filter((item) => item !== undefined);
  if (node === null || typeof node !== 'object') return node;
  if (String(node.type).startsWith('Chart.') && node.fallback) return node.fallback === 'drop' ? undefined : withoutCharts(node.fallback);
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withoutCharts(value)]));
}

function eventsOf(card) {
  // The pattern carries the g flag, so that without this every second card's language would be refused.
  AdaptiveCard.langProperty.regEx.lastIndex = 0;
  const context = new SerializationContext(Versions.v1_5);
  new AdaptiveCard().parse(card, context);
  return Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message);
}

function schemaErrorsOf(card, path) {
  // Teams' own property is not part of the schema; nor are filtered choices, which the renderer has since 1.5 and the schema's list forgot.
  const { msteams, ...rest } = JSON.parse(JSON.stringify(card), (key, value) => (key === 'style' && value === 'filtered' ? undefined : value));
  const validate = validatorOf(path);
  return validate(rest) ? [] : validate.errors.map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
}

await answerEachLine(({ card, schema }) => ({
  events: eventsOf(withoutCharts(card)),
  schema: schema ? schemaErrorsOf(withoutCharts(card), schema) : [],
}));
