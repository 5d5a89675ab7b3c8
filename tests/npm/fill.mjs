// {template, data} -> {card} or {error}: what the reference implementation of Adaptive Card Templating makes of them.
import { Template } from 'adaptivecards-templating';
import { answerEachLine } from './lines.mjs';

// The reference formats numbers by the machine's language; cards are compared in one.
const { DateTimeFormat } = Intl;
Intl.DateTimeFormat = function (locales = 'en-US', options) {
  return new DateTimeFormat(locales, options);
};

await answerEachLine(({ template, data }) => {
  try {
    return { card: new Template(template).expand({ $root: data }) };
  } catch (error) {
    return { error: String(error?.message ?? error) };
  }
});
