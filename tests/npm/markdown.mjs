// {text} -> {html}: the Markdown of a TextBlock as the reference renderer's documentation tells hosts to render it, and as a host that also
// turns addresses into links would.
import MarkdownIt from 'markdown-it';
import { answerEachLine } from './lines.mjs';

const markdown = new MarkdownIt({ linkify: true });
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
await answerEachLine(({ text }) => ({ html: markdown.render(text) }));
