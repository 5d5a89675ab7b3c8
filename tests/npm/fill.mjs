// {template, data} -> {card} or {error}: what the reference implementation of Adaptive Card Templating makes of them.
import { Template } from 'adaptivecards-templating';
import { answerEachLine } from './lines.mjs';

await answerEachLine(({ template, data }) => {
  try {
    return { card: new Template(template).expand({ $root: data }) };
  } catch (error) {
    return { error: String(error?.message ?? error) };
  }
});
