// {text} -> {html}: as the reference renderer's host renders the Markdown of a TextBlock.
import MarkdownIt from 'markdown-it';
import { answerEachLine } from './lines.mjs';

const markdown = new MarkdownIt({ linkify: true });
await answerEachLine(({ text }) => ({ html: markdown.render(text) }));
